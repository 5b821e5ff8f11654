"""The pages for people: one module a view. Each reads typed answers of graph/ and hands them to a template."""
