// schema/document_title()
// Finds the documents of a bare title.
CREATE INDEX document_title IF NOT EXISTS FOR (d:Document) ON (d.title_key)
