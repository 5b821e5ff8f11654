// read/indicators(documents)
// The quantities that these documents state, as the text has them.
UNWIND $documents AS document
MATCH (c:Clause {document: document, cascade: true})-[:QUANTIFIES]->(i:Indicator)
RETURN document, i.id AS id, i.source AS source, i.value AS value, i.unit AS unit, i.comparator AS comparator,
       i.object AS object, i.kind AS kind, i.span AS span, i.rule AS rule, i.value_max AS value_max,
       i.deadline AS deadline, i.measure AS measure, i.normal_value AS normal_value, i.normal_max AS normal_max,
       i.normal_unit AS normal_unit, i.due AS due, i.inherited AS inherited
ORDER BY document, i.rank
