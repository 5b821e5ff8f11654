// read/citable(keys)
// The loaded documents that have one of these numbers or bare titles.
MATCH (d:Document)
WHERE d.loaded AND (d.id IN $keys OR d.title_key IN $keys OR d.notice_key IN $keys)
RETURN d.id AS id, d.number AS number, d.title_key AS title_key, d.notice_key AS notice_key
ORDER BY id
