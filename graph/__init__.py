"""What the policy graph is, where it is kept and what can be asked of it."""
