"""`--since`: the monitoring table of the last report, to tell what changed."""

from argparse import Namespace

from kh359.cli.error import CommandError
from kh359.cli.reason import reason_text
from kh359.export.report_earlier import Earlier, EarlierError, read_earlier
from kh359.locale.translate import Translator


def earlier_table(options: Namespace, say: Translator) -> Earlier | None:
    """The table, None without the option. Raises CommandError in words."""
    if options.since is None:
        return None
    try:
        return read_earlier(options.since.read_bytes(), say)
    except OSError as error:
        raise CommandError(
            say(
                "The file {file} cannot be read: {reason}.",
                file=options.since,
                reason=reason_text(error, say),
            )
        ) from error
    except EarlierError as error:
        raise CommandError(f"{options.since}: {error}") from error
