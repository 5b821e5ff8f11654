// write/drop_document_links(document)
// Take out what a document cites, mentions and applies to.
MATCH (:Document {id: $document})-[r:CITES|MENTIONS|APPLIES_TO]->()
DELETE r
