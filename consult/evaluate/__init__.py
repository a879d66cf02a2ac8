"""Metrics on labelled data: how well each step of the way does."""

from consult.evaluate.scores import evaluate

__all__ = ["evaluate"]
