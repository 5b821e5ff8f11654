// browse/clauses_with(words)
// The clauses whose text holds all of these words, in small letters: those whose heading does first, then by how often.
MATCH (c:Clause {cascade: true})
WITH c, toLower(c.text) AS text, toLower(coalesce(c.heading, '')) AS heading
WHERE all(word IN $words WHERE text CONTAINS word)
RETURN c.id AS id,
       CASE WHEN all(word IN $words WHERE heading CONTAINS word) THEN 1 ELSE 0 END AS headed,
       reduce(times = 0, word IN $words | times + size(split(text, word)) - 1) AS times
ORDER BY headed DESC, times DESC, id
