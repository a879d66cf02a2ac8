"""Metrics on labelled data: how well each step of the way does."""
