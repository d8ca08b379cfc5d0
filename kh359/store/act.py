"""What can be done to something whose versions are kept."""

from enum import StrEnum


class Act(StrEnum):
    """What made a version."""

    CREATED = "created"
    SAVED = "saved"
    RENAMED = "renamed"
    FORKED = "forked"
    DELETED = "deleted"
    RESTORED = "restored"
