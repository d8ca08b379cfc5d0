"""A process killed in the middle of saves and imports: a few rounds of the long trial."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
ROUNDS = 3


@pytest.mark.skipif(os.name == "nt", reason="kill -9 is Unix")
def test_nothing_confirmed_is_lost_and_nothing_is_half_written(store_url: str) -> None:
    script = [sys.executable, ROOT / "benchmarks" / "kill_store.py"]
    done = subprocess.run(
        [*script, "--rounds", str(ROUNDS), "--url", store_url],
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    found = json.loads(done.stdout)
    assert (found["lost"], found["half_written"]) == (0, 0)
    assert found["imports_whole"] + found["imports_none"] == ROUNDS // 3
    assert found["confirmed"] >= ROUNDS // 3  # the version that each round of saves begins with
