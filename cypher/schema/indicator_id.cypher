// schema/indicator_id()
// One node for each id of a Indicator.
CREATE CONSTRAINT indicator_id IF NOT EXISTS FOR (n:Indicator) REQUIRE n.id IS UNIQUE
