"""The slides' template is what its script writes."""

import io
import runpy
import zipfile
from pathlib import Path

from pptx import Presentation

ROOT = Path(__file__).parents[2]
TEMPLATE = ROOT / "kh359" / "export" / "slide_template.pptx"


def test_the_script_writes_this_file() -> None:
    script = runpy.run_path(str(ROOT / "scripts" / "make_slide_template.py"))
    assert _parts(script["template"]()) == _parts(TEMPLATE.read_bytes())


def _parts(content: bytes) -> dict[str, bytes]:
    """Unpacked: versions of zlib compress differently."""
    with zipfile.ZipFile(io.BytesIO(content)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_layouts_hold_the_record_and_the_source() -> None:
    first, *others = Presentation(str(TEMPLATE)).slide_layouts
    assert "Hồ sơ lần chạy" in {holder.name for holder in first.placeholders}
    for layout in others:
        assert {"Hồ sơ lần chạy", "Nguồn", "Thông điệp"} <= {h.name for h in layout.placeholders}
