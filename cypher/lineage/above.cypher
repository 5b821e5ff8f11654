// lineage/above(clauses)
// The links by which one of these clauses carries out others.
UNWIND $clauses AS clause
MATCH (s:Clause {id: clause, cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.status IN ['proposed', 'confirmed']
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence
ORDER BY source, target
