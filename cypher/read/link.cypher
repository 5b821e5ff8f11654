// read/link(source, target)
// The link between two clauses, whatever its status.
MATCH (s:Clause {id: $source, cascade: true})-[l:IMPLEMENTS]->(t:Clause {id: $target, cascade: true})
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules
