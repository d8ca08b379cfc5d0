"""One rule a file; a file here with a `RULE` is a rule of the audit, nothing else names it."""
