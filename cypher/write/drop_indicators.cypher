// write/drop_indicators(document)
// Take out the quantities of a document.
MATCH (:Clause {document: $document})-[:QUANTIFIES]->(i:Indicator)
DETACH DELETE i
