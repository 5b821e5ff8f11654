// browse/links()
// All links whatever their status, each with the place of its lower clause in the document.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules,
       s.order AS place
ORDER BY source, target
