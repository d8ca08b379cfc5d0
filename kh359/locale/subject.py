"""Words for what an indicator is about: group, driver, role, status of a milestone."""

from kh359.locale.language import Language
from kh359.locale.translate import marked, translator
from kh359.plan.indicator import Driver, Group, Role
from kh359.plan.milestone import Status

GROUPS: dict[Group, str] = {
    Group.INFRASTRUCTURE: marked("Infrastructure"),
    Group.RESOURCES: marked("Resources"),
    Group.SCIENCE: marked("Science and technology"),
    Group.INNOVATION: marked("Innovation ecosystem"),
    Group.DIGITAL: marked("Digital transformation"),
    Group.ECONOMY: marked("Economy behind the plan"),
}

DRIVERS: dict[Driver, str] = {
    Driver.PROVINCE: marked("the province"),
    Driver.NATION: marked("the nation"),
    Driver.MARKET: marked("the market"),
}

ROLES: dict[Role, str] = {
    Role.TARGET: marked("has targets"),
    Role.TRACKED: marked("tracked, no target number in the plan"),
    Role.ECONOMY: marked("context"),
}

STATUSES: dict[Status, str] = {
    Status.NOT_STARTED: marked("not recorded yet"),
    Status.UNDER_WAY: marked("under way"),
    Status.DONE: marked("done"),
}


def group_text(group: Group, language: Language) -> str:
    """The group's letter and name, as the plan orders them: 'a) Phát triển hạ tầng'."""
    name = translator(language)(GROUPS[group])
    return name if group is Group.ECONOMY else f"{group.value}) {name}"


def group_letter(group: Group, language: Language) -> str:
    """What stands before an indicator's name in a list: 'a) ', or the word for the economy."""
    say = translator(language)
    return say("Economy: ") if group is Group.ECONOMY else f"{group.value}) "


def driver_text(driver: Driver, language: Language) -> str:
    """Who moves the indicator most."""
    return translator(language)(DRIVERS[driver])


def role_text(role: Role, language: Language) -> str:
    """Why the indicator is kept."""
    return translator(language)(ROLES[role])


def status_text(status: Status, language: Language) -> str:
    """Progress of a qualitative milestone."""
    return translator(language)(STATUSES[status])
