"""The models that consult reads: which there are, their pinned weights, and the networks made of these.

Comes in: the registry and packed weights that ship with consult or lie in a package. Goes out: models converted once
per machine, and what runs single layers of them. Names (`read`) and meaning (`themes`) rest on the same weights, so
this room lies before both.
"""
