// schema/0007_decision_id()
// One node of ours for each id of a Decision; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_decision_id IF NOT EXISTS FOR (n:Decision) REQUIRE (n.id, n.cascade) IS UNIQUE
