"""The page Số liệu as its tests handle it, each with a store of its own."""

from collections.abc import Mapping
from pathlib import Path

from streamlit.testing.v1 import AppTest

from tests.pages.opened_app import ROOT

SECONDS = 60
SECTION = "figures_section"
REPORT = {
    "source_title": "Báo cáo chuyển đổi số năm 2025",
    "source_publisher": "UBND tỉnh Quảng Ngãi",
    "source_date": "31/12/2025",
    "source_document": "121/KH-UBND",
}
HEADER = (
    "indicator_id\tregion\tyear\tvalue\tunit\tgrade\tmatch\t"
    "source_title\tsource_publisher\tsource_document"
)


def open_desk(section: str = "listing", **parameters: str) -> AppTest:
    """A new session at one section of the desk."""
    app = AppTest.from_file(str(ROOT / "app.py"), default_timeout=SECONDS)
    for name, value in parameters.items():
        app.query_params[name] = value
    app.run()
    return to_desk(app, section)


def to_desk(app: AppTest, section: str) -> AppTest:
    """The same session at one section of the desk."""
    app.switch_page("kh359/pages/figures.py")
    app.session_state[SECTION] = section
    app.run()
    sound(app)
    return app


def sound(app: AppTest) -> None:
    """No exception reached the page."""
    assert not app.exception, [item.message for item in app.exception]


def press(app: AppTest, label: str) -> None:
    """Press the button with this label."""
    (button,) = [one for one in app.button if one.label == label]
    button.click().run()
    sound(app)


def enter(app: AppTest, indicator_id: str, value: str, source: Mapping[str, str] = REPORT) -> None:
    """Fill in the form of a new figure of 2025 and have it checked."""
    app.selectbox(key="entry_indicator").set_value(indicator_id).run()
    app.text_input(key="entry_value_new").set_value(value)
    for field, text in source.items():
        app.text_input(key=f"entry_{field}_new").set_value(text)
    press(app, "Kiểm tra")


def accept(app: AppTest, why: str = "Theo báo cáo năm") -> None:
    """Confirm everything, give the reason, and accept."""
    for box in app.checkbox:
        box.check()
    app.text_input(key="figures_why").set_value(why)
    app.button(key="figures_accept").click().run()
    sound(app)


def paste(app: AppTest, *rows: str) -> None:
    """Paste rows below the header and have them checked."""
    app.text_area(key="figures_pasted").set_value("\n".join((HEADER, *rows)))
    press(app, "Kiểm tra bảng vừa dán")


def row(indicator_id: str, value: str, year: int = 2025, unit: str = "percent") -> str:
    """One row as `HEADER` wants it."""
    cells = (indicator_id, "qn_new", str(year), value, unit, "official", "same")
    return "\t".join((*cells, "Báo cáo năm", "UBND tỉnh", "121/KH-UBND"))


def store_at(folder: Path) -> str:
    """The address of a store in this folder."""
    return f"sqlite:///{folder / 'kh359.sqlite3'}"
