// read/assignments(documents)
// Who must do the clauses of these documents, as the text has them.
UNWIND $documents AS document
MATCH (c:Clause {document: document, cascade: true})-[a:ASSIGNED_TO]->(o:Organization)
RETURN document, c.id AS source, o.id AS target, a.role AS role, a.as_written AS as_written,
       a.rule AS rule, a.others AS others
ORDER BY document, a.rank
