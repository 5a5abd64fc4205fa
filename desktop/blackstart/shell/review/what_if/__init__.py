"""What if: what decisions and actions saved or lost, and the curve of another way."""
