"""A visit to the app, as the browser saw it."""

from dataclasses import dataclass, field

from playwright.sync_api import Page


@dataclass
class Visit:
    """One open page with everything it asked for and complained about."""

    page: Page
    address: str
    requests: list[str] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
