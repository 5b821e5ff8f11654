// schema/0002_document_id()
// One node of ours for each id of a Document; nodes of others are not bound by it.
CREATE CONSTRAINT cascade_document_id IF NOT EXISTS FOR (n:Document) REQUIRE (n.id, n.cascade) IS UNIQUE
