"""Load a file with pyam and say what it holds; run by another Python than the tests'.

Any warning is an error but for pyam's own use of pandas and SQLAlchemy, which no file can avoid.
"""

import logging
import sys
import warnings

with warnings.catch_warnings():
    warnings.simplefilter("ignore")
    import pyam  # pyright: ignore[reportMissingImports]


class _Loud(logging.Handler):
    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.WARNING:
            sys.exit(f"logged: {record.getMessage()}")


warnings.simplefilter("error")
warnings.filterwarnings("ignore", category=DeprecationWarning)
warnings.filterwarnings("ignore", category=FutureWarning)
warnings.filterwarnings("ignore", message="The inplace keyword")
logging.getLogger("pyam").addHandler(_Loud())
table = pyam.IamDataFrame(sys.argv[1])
print(len(table.data), len(table.scenario), max(table.year))
