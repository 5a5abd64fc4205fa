"""Looking back at a run: curves, counterfactuals, report."""
