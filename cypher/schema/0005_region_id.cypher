// schema/0005_region_id()
// One node of ours for each id of a Region; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_region_id IF NOT EXISTS FOR (n:Region) REQUIRE (n.id, n.cascade) IS UNIQUE
