// schema/document_notice()
// Finds the documents that a notice of this bare title wraps.
CREATE INDEX document_notice IF NOT EXISTS FOR (d:Document) ON (d.notice_key)
