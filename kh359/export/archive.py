"""Several files in one ZIP whose bytes depend on nothing but the files and their date."""

import io
import zipfile
from collections.abc import Mapping
from datetime import date


def archive(files: Mapping[str, bytes], day: date) -> bytes:
    """The files in their order, all dated `day`; names in UTF-8."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as packed:
        for name, data in files.items():
            entry = zipfile.ZipInfo(name, (day.year, day.month, day.day, 0, 0, 0))
            # Pixels are packed already.
            packs = zipfile.ZIP_STORED if name.endswith(".png") else zipfile.ZIP_DEFLATED
            entry.compress_type = packs
            entry.external_attr = 0o644 << 16
            # Windows and Unix fill this in differently.
            entry.create_system = 3
            packed.writestr(entry, data)
    return content.getvalue()
