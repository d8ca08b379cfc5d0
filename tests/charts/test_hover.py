"""What is shown over a point is text, whatever the data hold."""

from kh359.charts.backtest_plotly import peer_figure
from kh359.charts.hover import observation_hover
from kh359.charts.peer_bars import PeerBar, PeerBars
from kh359.plan.indicator import Kind
from kh359.plan.loading import load_facts

FACTS = load_facts()


def test_nothing_of_the_data_is_read_as_markup() -> None:
    wild = """<a href='x'>& "y\""""
    seen = FACTS.observations[0].model_copy(update={"as_of": wild, "note_vi": wild})
    told = observation_hover(seen, FACTS, Kind.SHARE, "vi")
    assert "<a" not in told
    assert told.count("""&lt;a href='x'&gt;&amp; "y\"""") == 2


def test_names_of_the_data_are_text_in_a_chart() -> None:
    bar = PeerBar(name="<a>Huế</a>", value=1.0, label="1", hover="", is_own=False)
    bars = PeerBars(
        title="<i>5G & 6G",
        unit="%",
        bars=(bar,),
        median=1.0,
        median_name="1",
        alt="",
        decimal_comma=True,
    )
    figure = peer_figure(bars)
    assert figure["layout"]["title"]["text"] == "<b>&lt;i&gt;5G &amp; 6G</b>"
    assert figure["data"][0]["y"] == ["&lt;a&gt;Huế&lt;/a&gt;"]
