"""The same job without a browser: check the data, project the plan, write tables."""
