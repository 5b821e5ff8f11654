// read/heads_citing(names, anywhere)
// The loaded documents that cite one of these names, themselves or in a clause: those of unknown level or region, or all
// of them when `anywhere`. Names are numbers, and bare titles without 《》.
MATCH (s)-[c:CITES]->(t:Document {cascade: true})
WHERE c.number_key IN $names OR t.id IN $names OR replace(replace(c.title_key, '《', ''), '》', '') IN $names
WITH DISTINCT coalesce(s.document, s.id) AS id
MATCH (d:Document {id: id, cascade: true})
WHERE d.loaded AND ($anywhere OR d.region IS NULL OR d.level IS NULL)
RETURN d.id AS id, d.title AS title, d.number AS number, d.notice_title AS notice_title, d.genre AS genre,
       d.issuers AS issuers, d.recipients AS recipients, d.level AS level, d.region AS region,
       d.issued AS issued, d.printed AS printed, d.effective AS effective, d.expires AS expires,
       d.status AS status, d.source AS source, d.loaded AS loaded, d.inferences AS inferences
ORDER BY id
