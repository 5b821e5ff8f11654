// read/citable(keys)
// The loaded documents that have one of these numbers or bare titles.
CALL () {
  MATCH (d:Document {cascade: true}) WHERE d.id IN $keys AND d.loaded RETURN d
  UNION
  MATCH (d:Document {cascade: true}) WHERE d.title_key IN $keys AND d.loaded RETURN d
  UNION
  MATCH (d:Document {cascade: true}) WHERE d.notice_key IN $keys AND d.loaded RETURN d
}
RETURN d.id AS id, d.number AS number, d.title_key AS title_key, d.notice_key AS notice_key
ORDER BY id
