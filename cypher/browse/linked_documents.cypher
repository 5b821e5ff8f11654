// browse/linked_documents()
// The pairs of documents that links join.
MATCH (s:Clause {cascade: true})-[l:IMPLEMENTS]->(t:Clause)
WHERE l.status IN ['proposed', 'confirmed'] AND s.document <> t.document
RETURN DISTINCT s.document AS source, t.document AS target
ORDER BY source, target
