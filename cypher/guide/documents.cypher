// guide/documents()
// 公文之间的引用与地区 The loaded documents, latest first: which region they are for, and where they cite others.
MATCH (d:Document {cascade: true})
WHERE d.loaded
WITH d ORDER BY d.issued DESC, d.id
WITH collect(d) AS found
UNWIND found[0..12] AS d
RETURN d.title AS document, d,
       [place = (d)-[:APPLIES_TO]->(:Region {cascade: true})-[:PART_OF*0..3]->() | place] AS places,
       [cited = (d)-[:CONTAINS*0..8]->()-[:CITES]->(:Document {cascade: true}) | cited] AS cited,
       size(found[12..]) AS not_drawn
