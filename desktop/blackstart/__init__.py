"""Blackstart: outage tabletop exercises."""
