// read/discrepancies(documents)
// Where these documents say two things of one task.
UNWIND $documents AS document
MATCH (a:Clause {document: document, cascade: true})-[x:DIFFERS_FROM]->(b:Clause)
RETURN document, a.id AS a, b.id AS b, x.kind AS kind, x.weight AS weight,
       x.a_span AS a_span, x.b_span AS b_span, x.note AS note
ORDER BY document, x.rank
