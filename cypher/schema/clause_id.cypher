// schema/clause_id()
// One node for each id of a Clause.
CREATE CONSTRAINT clause_id IF NOT EXISTS FOR (n:Clause) REQUIRE n.id IS UNIQUE
