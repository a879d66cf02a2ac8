"""Metrics on labelled data: how well each step of the way does."""

from consult.evaluate.breakdown import breakdown
from consult.evaluate.scores import evaluate

__all__ = ["breakdown", "evaluate"]
