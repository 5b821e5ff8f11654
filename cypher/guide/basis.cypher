// guide/basis()
// 一条任务的上级依据 A clause whose basis goes up over two levels: all clauses above that it carries out.
MATCH (a:Clause {cascade: true})-[l:IMPLEMENTS]->(b:Clause {cascade: true})-[m:IMPLEMENTS]->(c:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND m.status IN ['proposed', 'confirmed']
  AND l.scope = 'between' AND m.scope = 'between' AND EXISTS { MATCH (a)-[:IMPLEMENTS]->(c) }
WITH a, max(l.score * m.score) AS score, count(DISTINCT c.document) AS tops
ORDER BY tops DESC, score DESC, a.id LIMIT 1
MATCH (a)-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
WITH a, t, l ORDER BY l.score DESC, t.id
WITH a, collect(t) AS found
WITH found, found[0..20] AS ends, [a] + found[0..20] AS starts
UNWIND starts AS s
MATCH link = (s)-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE t IN ends AND l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
RETURN link, size(found[20..]) AS not_drawn
