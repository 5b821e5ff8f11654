// write/drop_document_citations(rows)
// Take out citations whose source is a document.
UNWIND $rows AS row
MATCH (:Document {id: row.source, cascade: true})-[c:CITES]->({cascade: true})
WHERE c.rank = row.rank
DELETE c
