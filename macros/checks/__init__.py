"""Everything that content has to keep to: generators of problems, and one function that runs them all."""
