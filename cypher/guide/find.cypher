// guide/find(word)
// 按词查条款 The clauses in whose text a word stands, as a table.
MATCH (c:Clause {cascade: true})
WHERE c.text CONTAINS $word
WITH c ORDER BY c.document, c.order
WITH collect(c) AS found
UNWIND found[0..100] AS c
RETURN c.id AS clause, left(c.text, 60) AS text, size(found[100..]) AS not_shown
