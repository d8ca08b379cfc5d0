"""The words of `sweep` on the command line."""

import argparse
from collections.abc import Callable
from pathlib import Path

from kh359.locale.translate import Translator


def add_sweep_options(
    command: argparse.ArgumentParser, say: Translator, folder: Callable[[str], Path]
) -> None:
    """The grid, the folder, where it runs. folder: reads a folder's name."""
    command.add_argument(
        "grid",
        type=Path,
        metavar="GRID.toml",
        help=say("the grid: levers, places, draws (docs/decisions/sweep.md)"),
    )
    command.add_argument(
        "--out",
        type=folder,
        metavar=say("DIR"),
        help=say("folder for the Parquet files; one that holds a part of this sweep is completed"),
    )
    command.add_argument(
        "--scheduler",
        metavar=say("ADDRESS"),
        help=say(
            "run on the Dask cluster of this scheduler, such as tcp://192.168.1.20:8786 "
            "(default: in this process)"
        ),
    )
    command.add_argument(
        "--no-resume",
        action="store_true",
        help=say("do everything again, also what is done"),
    )
    command.add_argument(
        "--dry-run",
        action="store_true",
        help=say("check the grid and tell how much it is; compute nothing"),
    )
