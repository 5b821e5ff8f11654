// write/drop_indicators(document)
// Take out the quantities of a document.
MATCH (:Clause {document: $document, cascade: true})-[:QUANTIFIES]->(i:Indicator {cascade: true})
DETACH DELETE i
