"""What is shown over a point is text, whatever the data hold."""

from kh359.charts.hover import observation_hover
from kh359.plan.indicator import Kind
from kh359.plan.loading import load_facts

FACTS = load_facts()


def test_nothing_of_the_data_is_read_as_markup() -> None:
    wild = "<a href='x'>&"
    seen = FACTS.observations[0].model_copy(update={"as_of": wild, "note_vi": wild})
    told = observation_hover(seen, FACTS, Kind.SHARE, "vi")
    assert "<a" not in told
    assert told.count("&lt;a") == 2
