// browse/near(clause)
// The clauses around, inside and broken down with this one: its parent, its children, its rows or what it is a row of.
MATCH (c:Clause {id: $clause, cascade: true})--(n:Clause)
WHERE EXISTS { MATCH (c)-[:CONTAINS]-(n) } OR EXISTS { MATCH (c)-[:IMPLEMENTS {scope: 'internal'}]-(n) }
RETURN DISTINCT n.id AS id, n.order AS place
ORDER BY place, id
