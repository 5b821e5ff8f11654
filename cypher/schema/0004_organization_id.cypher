// schema/0004_organization_id()
// One node of ours for each id of an Organization; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_organization_id IF NOT EXISTS FOR (n:Organization) REQUIRE (n.id, n.cascade) IS UNIQUE
