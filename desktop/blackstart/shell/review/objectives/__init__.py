"""How the objectives of a run were met: what is measured of them, and what evaluators say."""
