"""consult: from what people said to a published answer, traceable both ways."""

__version__ = "0.1.0"
