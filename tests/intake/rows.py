"""Rows of a small table, as a planner would write them."""

HEADER = (
    "Chỉ tiêu",
    "Địa bàn",
    "Năm",
    "Thời điểm",
    "Giá trị",
    "Đơn vị",
    "Chất lượng",
    "Định nghĩa",
    "Nguồn",
    "Nguồn mới: tên văn bản",
    "Nguồn mới: nơi công bố",
    "Nguồn mới: số, ký hiệu",
    "Ghi chú",
)
ROW = {
    "Chỉ tiêu": "Người dân có chữ ký số",
    "Địa bàn": "Quảng Ngãi",
    "Năm": "2025",
    "Giá trị": "31,5",
    "Đơn vị": "%",
    "Chất lượng": "số liệu chính thức",
    "Định nghĩa": "đúng định nghĩa của Kế hoạch",
    "Nguồn mới: tên văn bản": "Báo cáo chuyển đổi số năm 2025",
    "Nguồn mới: nơi công bố": "Sở Khoa học và Công nghệ",
    "Nguồn mới: số, ký hiệu": "12/BC-SKHCN",
}


def row(**cells: str) -> dict[str, str]:
    """The usual row with other cells; an underscore in a name is a blank of the header."""
    return ROW | {name.replace("_", " "): text for name, text in cells.items()}


def grid(*rows: dict[str, str], header: tuple[str, ...] = HEADER) -> list[list[str]]:
    """Header and rows as lists of cells."""
    return [list(header), *([cells.get(name, "") for name in header] for cells in rows)]


def table(*rows: dict[str, str], separator: str = "\t", header: tuple[str, ...] = HEADER) -> str:
    """The same as text."""
    lines = grid(*rows, header=header)
    return "\n".join(separator.join(_quoted(cell, separator) for cell in line) for line in lines)


def _quoted(cell: str, separator: str) -> str:
    needs = any(mark in cell for mark in (separator, '"', "\n"))
    return '"' + cell.replace('"', '""') + '"' if needs else cell
