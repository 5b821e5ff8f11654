// guide/units()
// 一条任务由谁来办 The best followed clause and the clauses that carry it out best: who must do them.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between' AND EXISTS { MATCH (t)-[:ASSIGNED_TO]->() }
WITH t, count(DISTINCT s.document) AS documents, count(*) AS links
ORDER BY documents DESC, links DESC, t.id LIMIT 1
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t)
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between' AND EXISTS { MATCH (s)-[:ASSIGNED_TO]->() }
WITH t, s, l ORDER BY l.score DESC, s.id
WITH t, collect(s) AS found
UNWIND [t] + found[0..4] AS clause
MATCH does = (clause)-[:ASSIGNED_TO]->(:Organization {cascade: true})
OPTIONAL MATCH link = (clause)-[:IMPLEMENTS]->(t)
RETURN link, does, size(found[4..]) AS not_drawn
