// write/contains(rows)
// Put the inner clauses under the clauses around them.
UNWIND $rows AS row
MATCH (p:Clause {id: row.parent, cascade: true})
MATCH (c:Clause {id: row.child, cascade: true})
CREATE (p)-[:CONTAINS]->(c)
