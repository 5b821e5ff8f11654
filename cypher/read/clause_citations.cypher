// read/clause_citations(documents)
// What the clauses of these documents cite, as the text has it.
UNWIND $documents AS document
MATCH (s:Clause {document: document, cascade: true})-[c:CITES]->(t:Document)
RETURN document, s.id AS source, t.id AS target, c.as_written AS as_written, c.relation AS relation, c.title AS title, c.number AS number, c.rank AS rank
ORDER BY document, rank
