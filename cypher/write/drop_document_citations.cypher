// write/drop_document_citations(rows)
// Take out citations whose source is a document.
UNWIND $rows AS row
MATCH (:Document {id: row.source})-[c:CITES]->()
WHERE c.rank = row.rank
DELETE c
