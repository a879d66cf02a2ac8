"""Files that are made to do harm, and what the way does with them."""
