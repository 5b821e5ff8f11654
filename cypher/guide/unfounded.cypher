// guide/unfounded()
// 没有找到依据的任务 Tasks of documents that carry out others, for which nothing above was found.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause {cascade: true})
WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between'
WITH DISTINCT s.document AS document
MATCH (c:Clause {document: document, cascade: true})
WHERE c.task AND c.clause_type <> 'row' AND NOT EXISTS {
  MATCH (c)-[l:IMPLEMENTS]->() WHERE l.status IN ['proposed', 'confirmed'] AND l.scope = 'between' }
WITH c ORDER BY c.document, c.order
WITH collect(c) AS found
UNWIND found[0..25] AS c
MATCH place = (:Document {cascade: true})-[:CONTAINS*1..8]->(c)
RETURN place, size(found[25..]) AS not_drawn
