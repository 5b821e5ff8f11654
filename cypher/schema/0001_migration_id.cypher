// schema/0001_migration_id()
// One node for each file of schema/ that has been run; these nodes are what tells which have.
CREATE CONSTRAINT cascade_migration_id IF NOT EXISTS FOR (n:Migration) REQUIRE (n.id, n.cascade) IS UNIQUE
