// schema/0009_document_title()
// Finds the documents of a bare title.
CREATE INDEX cascade_document_title IF NOT EXISTS FOR (d:Document) ON (d.title_key)
