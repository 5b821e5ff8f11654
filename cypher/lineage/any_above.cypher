// lineage/any_above(clauses)
// The links by which these clauses carry out others, whatever their status.
UNWIND $clauses AS clause
MATCH (s:Clause {id: clause, cascade: true})-[l:IMPLEMENTS]->(t:Clause)
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules
ORDER BY source, score DESC, target
