"""Records → pages and files: what a run leaves beside its ledger."""
