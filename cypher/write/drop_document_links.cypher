// write/drop_document_links(document)
// Take out what a document cites, mentions and applies to.
MATCH (:Document {id: $document, cascade: true})-[r:CITES|MENTIONS|APPLIES_TO]->({cascade: true})
DELETE r
