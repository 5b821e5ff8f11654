// read/citations_of_keys(keys)
// The citations that name a document by one of these numbers or bare titles.
CALL () {
  MATCH (s)-[c:CITES]->(t:Document {cascade: true}) WHERE c.number_key IN $keys RETURN s, c, t
  UNION
  MATCH (s)-[c:CITES]->(t:Document {cascade: true}) WHERE c.title_key IN $keys RETURN s, c, t
}
RETURN s.id AS source, t.id AS target, c.as_written AS as_written, c.relation AS relation, c.title AS title, c.number AS number, c.rank AS rank,
       c.number_key AS number_key, c.title_key AS title_key
ORDER BY source, rank
