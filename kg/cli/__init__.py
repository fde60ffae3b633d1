"""The command `kg`: arguments in, one call, a report and an exit status out.

Exit status: 0 all well; 1 finished, but some documents could not be used, or a server holds another number of triples
than it was given; 2 wrong usage; 3 nothing could be done.
"""

import argparse
import os
import sys
from collections.abc import Sequence

from kg import __version__
from kg.cli import graphs, texts
from kg.cli.arguments import NOTHING_DONE, WELL, WRONG_USAGE, complain
from kg.errors import KgError, UsageError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit status."""
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
    except UsageError as error:
        return complain(error, WRONG_USAGE)
    except KgError as error:
        return complain(error, NOTHING_DONE)
    except BrokenPipeError:
        # The reader of our output went away (kg extract … | head); that is its right.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return WELL
    except KeyboardInterrupt:
        return complain("interrupted; nothing was written", NOTHING_DONE)
    except Exception as error:
        if os.environ.get("KG_TRACEBACK"):
            raise
        return complain(
            f"internal error, {type(error).__name__}: {error}. Please report it with the output of this command "
            "under KG_TRACEBACK=1.",
            NOTHING_DONE,
        )
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="kg", description="Traceable knowledge graphs from Chinese environmental-policy texts."
    )
    parser.add_argument("--version", action="version", version=f"kg {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    texts.add_commands(commands)
    graphs.add_commands(commands)
    return parser
