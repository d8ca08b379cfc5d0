"""What the user supposes: levers and overrides, checked, written and read."""
