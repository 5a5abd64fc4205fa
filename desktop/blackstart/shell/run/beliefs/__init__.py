"""What the team believes of the map, against how it stands."""
