"""Themes → conclusions with their citations, and the way back and forth between words and answers."""
