// schema/0011_document_region()
// Finds the documents that are for a region or for one inside it.
CREATE RANGE INDEX cascade_document_region IF NOT EXISTS FOR (d:Document) ON (d.region)
