// write/clauses(rows, level)
// Write the clauses of a document, which has none, labelled by its level.
UNWIND $rows AS row
CREATE (c:Clause {id: row.id, cascade: true})
SET c += row
FOREACH (_ IN CASE WHEN $level = 'national' THEN [1] ELSE [] END | SET c:National)
FOREACH (_ IN CASE WHEN $level = 'provincial' THEN [1] ELSE [] END | SET c:Provincial)
FOREACH (_ IN CASE WHEN $level = 'municipal' THEN [1] ELSE [] END | SET c:Municipal)
FOREACH (_ IN CASE WHEN $level = 'county' THEN [1] ELSE [] END | SET c:County)
