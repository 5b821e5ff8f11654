// schema/0006_indicator_id()
// One node of ours for each id of an Indicator; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_indicator_id IF NOT EXISTS FOR (n:Indicator) REQUIRE (n.id, n.cascade) IS UNIQUE
