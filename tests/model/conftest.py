"""Every model test runs with numpy's silent faults turned into errors."""

from collections.abc import Iterator

import numpy as np
import pytest


@pytest.fixture(autouse=True)
def _numpy_faults_are_errors() -> Iterator[None]:
    with np.errstate(divide="raise", over="raise", invalid="raise"):
        yield
