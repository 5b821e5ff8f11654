"""One module a group of questions. Handlers are plain functions, run in the thread pool: stores are synchronous."""
