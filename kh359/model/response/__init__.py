"""From money to pace: economy, budget, stocks of past spending and what they move."""
