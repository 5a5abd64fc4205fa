"""The door: no words, or a file, open the window; other words are the command line's."""

import sys


def main() -> int:
    """Start Blackstart with the words of the command line; returns the exit status."""
    raise NotImplementedError(sys.argv)


if __name__ == "__main__":
    sys.exit(main())
