"""Any bytes at all, for whatever takes bytes from strangers."""
