"""What the plan and its evidence say: typed facts, read from `data/`, nothing computed."""
