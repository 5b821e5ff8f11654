// guide/followed()
// 落实最多的条款 The clause that most documents below carry out, and the clauses that do.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
WITH t, count(DISTINCT s.document) AS documents, count(*) AS links
ORDER BY documents DESC, links DESC, t.id LIMIT 1
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t)
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
WITH t, s, l ORDER BY l.score DESC, s.id
WITH t, collect(s) AS found
WITH found, found[0..20] AS drawn, found[0..20] + [t] AS ends
UNWIND drawn AS a
MATCH link = (a)-[l:IMPLEMENTS]->(b:Clause {cascade: true})
WHERE b IN ends AND l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
RETURN link, size(found[20..]) AS not_drawn
