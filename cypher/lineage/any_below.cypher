// lineage/any_below(clauses)
// The links that carry out one of these clauses, whatever their status.
UNWIND $clauses AS clause
MATCH (s:Clause)-[l:IMPLEMENTS]->(t:Clause {id: clause, cascade: true})
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules
ORDER BY target, score DESC, source
