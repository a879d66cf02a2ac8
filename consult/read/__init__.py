"""Files → sources → passages and what is set aside."""

from consult.read.inputs import read_inputs

__all__ = ["read_inputs"]
