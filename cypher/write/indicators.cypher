// write/indicators(rows)
// Write the quantities that clauses state.
UNWIND $rows AS row
MATCH (c:Clause {id: row.source, cascade: true})
CREATE (i:Indicator {id: row.id, cascade: true})
SET i += row
CREATE (c)-[:QUANTIFIES]->(i)
