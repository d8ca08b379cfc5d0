"""What it would take: the least lever that reaches a target, the best split of a ceiling."""
