// schema/0003_clause_id()
// One node of ours for each id of a Clause; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_clause_id IF NOT EXISTS FOR (n:Clause) REQUIRE (n.id, n.cascade) IS UNIQUE
