// read/heads_around(regions, levels)
// The loaded documents of these levels that are for one of these regions.
MATCH (d:Document {cascade: true})
WHERE d.region IN $regions AND d.level IN $levels AND d.loaded
RETURN d.id AS id, d.title AS title, d.number AS number, d.notice_title AS notice_title, d.genre AS genre,
       d.issuers AS issuers, d.recipients AS recipients, d.level AS level, d.region AS region,
       d.issued AS issued, d.printed AS printed, d.effective AS effective, d.expires AS expires,
       d.status AS status, d.source AS source, d.loaded AS loaded, d.inferences AS inferences
ORDER BY id
