"""Two figures for one year."""

from audit_pieces import asked, figure, real, share, stated, target

from kh359.model.audit.rules.stated_twice import RULE


def test_two_levels_for_one_year_are_found() -> None:
    second = target(2040, 70).model_copy(update={"target_id": "coverage-2040-2"})
    (found,) = asked(RULE, (*stated({2035: 20, 2040: 50}), second))
    assert [t.target_id for t in found.targets] == ["coverage-2040", "coverage-2040-2"]
    assert (figure(found, "low"), figure(found, "high")) == (0.5, 0.7)


def test_one_level_stated_in_two_places_is_no_contradiction() -> None:
    again = target(2040, 50).model_copy(update={"target_id": "coverage-2040-2"})
    assert asked(RULE, (*stated({2040: 50}), again), share()) == []


def test_the_plan() -> None:
    (found,) = RULE.find(real())
    assert found.indicator_ids == ("st_enterprises",)
    assert (figure(found, "low"), figure(found, "high"), figure(found, "year")) == (50, 70, 2040)
    assert found.clauses == ("II.2.4.c.2", "II.2.4.c.12")
