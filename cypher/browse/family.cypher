// browse/family(clause)
// A clause's parent and children; one row a child, or one with none.
MATCH (c:Clause {id: $clause, cascade: true})
OPTIONAL MATCH (c)-[:CONTAINS]->(k:Clause)
RETURN c.parent AS parent, k.id AS child
ORDER BY k.order, child
