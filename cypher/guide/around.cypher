// guide/around(clause)
// 自选条款的上下左右 One clause: what it carries out, what carries it out, who must do it, how much by when.
MATCH (c:Clause {id: $clause, cascade: true})
OPTIONAL MATCH link = (c)-[l:IMPLEMENTS]-(n:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed']
WITH c, link, l, n ORDER BY l.score DESC, n.id
WITH c, collect(link) AS found
RETURN c, found[0..20] AS links,
       [does = (c)-[:ASSIGNED_TO]->(:Organization {cascade: true}) | does] AS units,
       [says = (c)-[:QUANTIFIES]->(:Indicator {cascade: true}) | says] AS figures,
       size(found[20..]) AS not_drawn
