"""What a scenario's numbers hang on: contributions of levers, tornado, Sobol indices."""
