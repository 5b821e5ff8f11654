// browse/citations(clause)
// The documents that a clause cites, in the order of the text.
MATCH (:Clause {id: $clause, cascade: true})-[c:CITES]->(d:Document)
RETURN d.id AS target
ORDER BY c.rank
