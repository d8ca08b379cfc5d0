"""What happens when nobody takes what the command says."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

POSIX = pytest.mark.skipif(sys.platform == "win32", reason="shells and devices of POSIX")


def shell(command: str) -> subprocess.CompletedProcess[str]:
    """Run `command` in a shell, with $kh359 standing for the program."""
    # Buffered as for a user: an unbuffered stream has nothing left to write at the end.
    environ = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    return subprocess.run(
        ["bash", "-c", command.replace("$kh359", f"{sys.executable} -m kh359")],
        cwd=Path(__file__).parents[2],
        env=environ,
        capture_output=True,
        text=True,
        check=False,
    )


@POSIX
@pytest.mark.parametrize("arguments", ["check --lang en", "--help", "check --help"])
def test_a_reader_that_goes_away_is_no_error_to_tell(arguments: str) -> None:
    done = shell(f"$kh359 {arguments} | true; echo ${{PIPESTATUS[0]}}")
    assert done.stderr == ""
    # Help may be through before the reader is gone.
    assert done.stdout.strip() in ({"1"} if arguments.startswith("check --lang") else {"0", "1"})


@POSIX
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
@pytest.mark.parametrize("arguments", ["check", "--help"])
def test_a_full_disk_is_told_in_one_line(arguments: str) -> None:
    done = shell(f"$kh359 {arguments} --lang en > /dev/full")
    assert done.returncode == 1
    assert done.stderr == "The result cannot be written: the disk is full.\n"


@POSIX
@pytest.mark.parametrize("closing", [">&-", "2>&-", ">&- 2>&-", "2>/dev/full"])
def test_closed_streams_end_without_a_traceback(closing: str) -> None:
    done = shell(f"$kh359 check {closing}")
    assert "Traceback" not in done.stderr
    assert done.returncode in (0, 1)


@POSIX
def test_a_project_goes_on_when_nobody_hears_its_progress(tmp_path: Path) -> None:
    done = shell(f"$kh359 project --out {tmp_path} --draws 100 2>/dev/full")
    assert done.returncode == 0
    assert len(done.stdout.splitlines()) == len(list(tmp_path.iterdir()))
