// write/clause_levels(document, level)
// Label the new clauses of a document by its level, as the document itself.
MATCH (c:Clause {document: $document, cascade: true})
FOREACH (_ IN CASE WHEN $level = 'national' THEN [1] ELSE [] END | SET c:National)
FOREACH (_ IN CASE WHEN $level = 'provincial' THEN [1] ELSE [] END | SET c:Provincial)
FOREACH (_ IN CASE WHEN $level = 'municipal' THEN [1] ELSE [] END | SET c:Municipal)
FOREACH (_ IN CASE WHEN $level = 'county' THEN [1] ELSE [] END | SET c:County)
