"""`python -m kh359`: the explorer without a browser."""

import sys

from kh359.cli.command import run


def main() -> int:
    """Carry out the command line; returns the exit code."""
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
