// read/found()
// What the rules said of the links that people decided.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.found IS NOT NULL
RETURN s.id AS source, t.id AS target, l.found AS found
ORDER BY source, target
