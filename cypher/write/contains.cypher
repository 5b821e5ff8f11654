// write/contains(rows)
// Put the inner clauses under the clauses around them.
UNWIND $rows AS row
MATCH (p:Clause {id: row.parent})
MATCH (c:Clause {id: row.child})
CREATE (p)-[:CONTAINS]->(c)
