"""Content: loading and checking."""
