"""The commands of `cascade`, one module a family."""
