"""What was learnt from other countries' indicators, as shipped; the only room that opens its files.

It knows nothing of the rest of the project, so that the model may stand on it.
"""

from functools import cache
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray

TABLE = "episodes.npz"


@cache
def reference_arrays() -> dict[str, NDArray[Any]]:
    """Arrays of the shipped table by name, read once and not to be written to."""
    with files(__name__).joinpath(TABLE).open("rb") as file, np.load(file) as stored:
        arrays = {name: stored[name] for name in stored.files}
    for array in arrays.values():
        array.setflags(write=False)
    return arrays
