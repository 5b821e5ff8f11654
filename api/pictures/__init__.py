"""Answers as tables to be drawn: one module a family of questions, in the words of the pages."""
