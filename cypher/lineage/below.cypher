// lineage/below(clauses)
// The links that carry out one of these clauses.
UNWIND $clauses AS clause
MATCH (s:Clause)-[l:IMPLEMENTS]->(t:Clause {id: clause, cascade: true})
WHERE l.status IN ['proposed', 'confirmed']
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence
ORDER BY source, target
