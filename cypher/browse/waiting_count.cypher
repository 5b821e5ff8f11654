// browse/waiting_count(statuses, document, min_score)
// How many links have these statuses, from or to one document where it is given.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.status IN $statuses AND l.score >= $min_score
  AND ($document IS NULL OR s.document = $document OR t.document = $document)
RETURN count(l) AS links
