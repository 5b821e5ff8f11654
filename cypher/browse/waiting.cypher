// browse/waiting(statuses, document, min_score, limit)
// The best links of these statuses, those from or to one document where it is given.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.status IN $statuses AND l.score >= $min_score
  AND ($document IS NULL OR s.document = $document OR t.document = $document)
RETURN s.id AS source, t.id AS target, l.score AS score, l.method AS method, l.scope AS scope,
       l.status AS status, l.carried AS carried, l.evidence AS evidence, l.reason AS reason, l.rules AS rules
ORDER BY score DESC, source, target
LIMIT $limit
