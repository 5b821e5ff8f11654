// read/heads_named(names, endings, anywhere)
// The loaded documents that have one of these names or a title that ends in one of `endings`: those of unknown level or
// region, or all of them when `anywhere`. Names are numbers, and bare titles without 《》.
MATCH (d:Document {cascade: true})
WHERE d.loaded AND ($anywhere OR d.region IS NULL OR d.level IS NULL)
WITH d, [key IN [d.id, d.number, d.title_key, d.notice_key] WHERE key IS NOT NULL | replace(replace(key, '《', ''), '》', '')] AS keys
WHERE any(key IN keys WHERE key IN $names OR any(ending IN $endings WHERE key ENDS WITH ending))
RETURN d.id AS id, d.title AS title, d.number AS number, d.notice_title AS notice_title, d.genre AS genre,
       d.issuers AS issuers, d.recipients AS recipients, d.level AS level, d.region AS region,
       d.issued AS issued, d.printed AS printed, d.effective AS effective, d.expires AS expires,
       d.status AS status, d.source AS source, d.loaded AS loaded, d.inferences AS inferences
ORDER BY id
