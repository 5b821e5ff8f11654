// browse/citing(document)
// What cites a document: each clause, or the document itself for what stands outside its clauses, in the order of ids.
MATCH (s)-[c:CITES]->(:Document {id: $document, cascade: true})
WHERE s.cascade
RETURN s.id AS source, c.as_written AS as_written, c.relation AS relation
ORDER BY source, as_written, relation
