// write/indicators(rows)
// Write the quantities that clauses state.
UNWIND $rows AS row
MATCH (c:Clause {id: row.source})
CREATE (i:Indicator {id: row.id})
SET i += row
CREATE (c)-[:QUANTIFIES]->(i)
