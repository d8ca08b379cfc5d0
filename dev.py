"""The project's two commands: `python dev.py run` and `python dev.py test`.

Standard library only, so that a fresh machine needs nothing but Python 3.11+ and pip.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import runpy
import shutil
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STAMP = VENV / "kh359.json"
BROWSER_PROGRAM = ROOT / "tests" / "browser" / "browser_program.py"
LOCKS = {"run": "requirements.lock", "test": "requirements-test.lock"}
OLDEST = (3, 11)


class SetUpError(Exception):
    """The machine lacks something; the message says what and the remedy, in two languages."""


def say(vi: str, en: str) -> None:
    """One line for the person at the keyboard, Vietnamese first."""
    print(f"[kh359] {vi}\n        {en}", flush=True)


def fail(vi: str, en: str) -> SetUpError:
    """An error whose text is Vietnamese first, English second."""
    return SetUpError(f"{vi}\n        {en}")


def check_python() -> None:
    """Refuse a Python that the pinned libraries do not support."""
    if sys.version_info < OLDEST:
        have, need = (".".join(map(str, v)) for v in (sys.version_info[:3], OLDEST))
        raise fail(
            f"Cần Python {need} trở lên (64 bit), máy đang chạy Python {have}: {sys.executable}",
            f"Python {need} or later (64-bit) is needed, this is Python {have}.",
        )


def venv_python() -> Path:
    """The interpreter inside `.venv`."""
    return VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def environ() -> dict[str, str]:
    """Environment of everything started here: UTF-8 on every console, tools of `.venv` first.

    Compiled files are kept whatever the machine says: tests start a hundred programs.
    """
    path = f"{venv_python().parent}{os.pathsep}{os.environ.get('PATH', '')}"
    own = {"PYTHONUTF8": "1", "PATH": path, "VIRTUAL_ENV": str(VENV)}
    kept = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    return kept | own


def call(*command: str | Path, quiet: bool = False) -> int:
    """Run a command in the project's folder and return its exit code (127: no such program)."""
    sink = subprocess.DEVNULL if quiet else None
    try:
        return subprocess.run(
            [str(part) for part in command], cwd=ROOT, env=environ(), stdout=sink, stderr=sink
        ).returncode
    except OSError:
        return 127


def digest(kind: str) -> str:
    """Changes whenever the installed libraries may no longer be the wanted ones."""
    content = hashlib.sha256(repr(sys.version_info[:3]).encode())
    for name in ("pyproject.toml", LOCKS[kind]):
        try:
            content.update((ROOT / name).read_bytes())
        except OSError as error:
            raise fail(
                f"Không đọc được tệp {name} trong {ROOT}: chép lại đủ bộ mã nguồn.",
                f"The file {name} in {ROOT} cannot be read: copy the whole source again.",
            ) from error
    return content.hexdigest()


def place() -> str:
    """What a virtual environment cannot outlive: its Python's version and its folder."""
    return f"{sys.version_info[:3]} {ROOT}"


def read_stamp() -> dict[str, str]:
    """What was installed last; empty when nothing usable is there."""
    try:
        stamp = json.loads(STAMP.read_text("utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(stamp, dict):
        return {}
    usable = stamp.get("place") == place() and call(venv_python(), "-c", "", quiet=True) == 0
    return stamp if usable else {}


def create_venv() -> None:
    """Make `.venv`; where the system Python ships no ensurepip, without a pip of its own."""
    if os.pathsep in str(VENV):
        raise fail(
            f"Đường dẫn {ROOT} có dấu “{os.pathsep}”, Python không tạo được môi trường ở đó: đổi "
            "tên thư mục.",
            f"The path {ROOT} contains “{os.pathsep}”, where Python can make no environment: "
            "rename the folder.",
        )
    say("Tạo môi trường .venv …", "Creating the environment .venv …")
    try:
        venv.create(VENV, clear=True, with_pip=True)
    except (subprocess.CalledProcessError, OSError):
        try:
            venv.create(VENV, clear=True, with_pip=False)
        except OSError as error:
            raise fail(
                f"Không tạo được {VENV}: {error}. Đóng các cửa sổ đang chạy kh359, kiểm tra quyền "
                "ghi và chỗ trống trên đĩa.",
                f"Cannot create {VENV}: {error}. Close running kh359 windows, check write access "
                "and disk space.",
            ) from error


def installers() -> list[list[str]]:
    """Commands that can install into `.venv`, best first."""
    python = str(venv_python())
    found = []
    if uv := shutil.which("uv"):
        found.append([uv, "pip", "install", "--python", python])
    has_pip = call(python, "-m", "pip", "--version", quiet=True) == 0
    pip = [python, "-m", "pip"] if has_pip else [sys.executable, "-m", "pip", "--python", python]
    found.append([*pip, "install", "--disable-pip-version-check"])
    return found


def install(kind: str) -> None:
    """Install the pinned libraries and the project itself (editable), with uv or pip."""
    say(
        "Cài thư viện theo bản khóa (lần đầu cần mạng, khoảng một phút) …",
        "Installing the pinned libraries (the first time needs a network, about a minute) …",
    )
    # Libraries of the app may have been brought along (docs/van-hanh.md): no network is asked.
    brought = kind == "run" and (ROOT / "wheels").is_dir()
    source = ["--no-index", "--find-links", "wheels"] if brought else []
    for installer in installers():
        # Wheels only: compiling numpy on a laptop fails late and unreadably.
        pinned = call(*installer, *source, "--only-binary", ":all:", "-r", LOCKS[kind])
        if pinned == 0 and call(*installer, "--no-deps", "--no-build-isolation", "-e", ".") == 0:
            return
    raise fail(
        "Không cài được thư viện (lỗi ở trên). Kiểm tra kết nối mạng hoặc proxy, chỗ trống trên "
        "đĩa (khoảng 1 GB), và Python 64 bit có pip; rồi chạy lại lệnh.",
        "The libraries could not be installed (error above). Check the network or proxy, disk "
        "space (about 1 GB), and that Python is 64-bit and has pip; then run the command again.",
    )


def prepare(kind: str) -> None:
    """Bring `.venv` to what `kind` needs; does nothing when it already is."""
    stamp = read_stamp()
    if stamp.get(kind) == digest(kind):
        return
    if not stamp:
        create_venv()
    install(kind)
    # The test lock holds everything the run lock holds.
    fresh = {name: digest(name) for name in (LOCKS if kind == "test" else (kind,))}
    STAMP.write_text(json.dumps({**stamp, "place": place(), **fresh}), "utf-8")


def provide_browser() -> None:
    """See that the browser tests have a browser."""
    # By its path: `import tests` may find an installed package of that name.
    runpy.run_path(str(BROWSER_PROGRAM))["provide_browser"](call, say)


def run(arguments: list[str]) -> int:
    """Start the app for this machine only (another --server.address opens it to others)."""
    check_python()
    prepare("run")
    os.environ.setdefault("STREAMLIT_SERVER_ADDRESS", "localhost")
    os.environ.setdefault("STREAMLIT_SERVER_SHOW_EMAIL_PROMPT", "false")
    os.environ.setdefault("KH359_SHOW", "1")
    say("Mở kh359; bấm Ctrl+C để dừng.", "Starting kh359; Ctrl+C stops it.")
    try:
        return call(venv_python(), "-m", "streamlit", "run", "asgi.py", *arguments)
    except KeyboardInterrupt:
        return 0


def test(arguments: list[str]) -> int:
    """Run every check and test; the exit code is that of the first kind that fails."""
    check_python()
    prepare("test")
    provide_browser()
    python = venv_python()
    kinds: dict[str, list[str | Path]] = {
        "ruff check": [python, "-m", "ruff", "check", "."],
        "ruff format": [python, "-m", "ruff", "format", "--check", "."],
        "pyright": [python, "-m", "pyright", "--pythonpath", python],
        "import-linter": [python.with_name("lint-imports")],
        "pytest": [python, "-m", "pytest", *arguments],
    }
    codes = {}
    for name, command in kinds.items():
        print(f"\n[kh359] {name}", flush=True)
        codes[name] = call(*command)
    print("\n[kh359] Kết quả / Results", flush=True)
    for name, code in codes.items():
        print(f"  {name:<14}{'đạt / passed' if code == 0 else f'LỖI / FAILED ({code})'}")
    return next((code for code in codes.values() if code), 0)


def main(arguments: list[str]) -> int:
    """Read the command and carry it out; a machine that lacks something is told what."""
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(encoding="utf-8", errors="replace")
    parser = argparse.ArgumentParser(
        prog="python dev.py",
        description="run: mở ứng dụng / start the app; test: chạy mọi kiểm thử / run every test.",
    )
    if not arguments:
        say(f"Cách dùng: {parser.prog} run | test", f"Usage: {parser.prog} run | test")
        print(f"        {parser.description}")
        return 2
    parser.add_argument("command", choices=("run", "test"))
    parser.add_argument(
        "arguments",
        nargs=argparse.REMAINDER,
        help="cho streamlit hoặc pytest / for streamlit or pytest",
    )
    read = parser.parse_args(arguments)
    rest = read.arguments[1:] if read.arguments[:1] == ["--"] else read.arguments
    try:
        return {"run": run, "test": test}[read.command](rest)
    except (SetUpError, FileNotFoundError) as error:
        print(f"[kh359] {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
