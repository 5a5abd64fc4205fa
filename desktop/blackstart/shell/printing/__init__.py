"""Paper and pictures: PDF, SVG, PNG."""
