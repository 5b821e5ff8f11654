// read/links_down(documents)
// The links to clauses of these documents, whatever their status.
UNWIND $documents AS document
MATCH (s:Clause)-[l:IMPLEMENTS]->(t:Clause {document: document})
RETURN document, s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason
ORDER BY source, target
