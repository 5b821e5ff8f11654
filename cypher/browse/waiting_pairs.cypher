// browse/waiting_pairs(statuses, document, min_score)
// The ends of the links of these statuses, best first, those from or to one document where it is given.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.status IN $statuses AND l.score >= $min_score
  AND ($document IS NULL OR s.document = $document OR t.document = $document)
RETURN s.id AS source, t.id AS target, l.score AS score
ORDER BY score DESC, source, target
