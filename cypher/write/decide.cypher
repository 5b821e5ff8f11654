// write/decide(source, target, status)
// Give a link the status that a person decided.
MATCH (s:Clause {id: $source})-[l:IMPLEMENTS]->(t:Clause {id: $target})
SET l.status = $status
RETURN s.id AS source, t.id AS target, l.status AS status
