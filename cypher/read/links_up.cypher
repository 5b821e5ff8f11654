// read/links_up(documents)
// The links from clauses of these documents, whatever their status.
UNWIND $documents AS document
MATCH (s:Clause {document: document, cascade: true})-[l:IMPLEMENTS]->(t:Clause)
RETURN document, s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules
ORDER BY source, target
