// schema/0010_document_notice()
// Finds the documents that a notice of this bare title wraps.
CREATE INDEX cascade_document_notice IF NOT EXISTS FOR (d:Document) ON (d.notice_key)
