"""A local Neo4j with nothing installed but Python: its folder, its settings, its Java, and the process."""
