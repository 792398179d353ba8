"""How fast conversations are walked: ``python -m benchmarks.engine [--steps N …] [--walk 10000]``.

The same branching story is played by this program's sessions, with every event kept, and by bink, a
compiled runtime for ink stories, where it is installed. Each step lists the choices, takes one by a
seeded walk, applies its effect and reads the text. Prints steps a second of processor time, how the
rate holds as the scenario grows, what a save and an undo take, and the ratio between the two.
"""

import argparse
import gc
import json
import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from simulator.core.conversation.chance import number_drawn
from simulator.core.conversation.events import EVENT, Began
from simulator.core.conversation.session import Session
from simulator.core.scenario.model import Scenario
from simulator.core.scoring.context import Assessment
from simulator.core.scoring.evidence import Rating

SIZES = (100, 1_000, 10_000, 100_000)
WALK = 10_000
ROUNDS = 5

_LINE = "So the parcel is late again and nobody told me a thing about it until I rang you today."
_REPLIES = (
    "I see how long this has taken, let me look.",
    "That is ours to own, and I will ring the depot.",
    "The next slot is Thursday.",
)
_FAIR = Assessment(rating=Rating(courtesy=60, patience=60, helpfulness=60))


def targets(step: int, steps: int) -> tuple[int, int, int]:
    """Where the three replies of a step lead: on, far ahead, and back."""
    return (step + 1) % steps, (step * 7 + 3) % steps, (step + steps // 2) % steps


# The story as a scenario


def scenario(steps: int) -> Scenario:
    """Give a valid scenario of so many steps: one assignment, three replies, two conditional."""
    return Scenario.model_validate(
        {
            **_FRAME,
            "steps": {f"step-{number}": _step(number, steps) for number in range(steps)},
        }
    )


def _step(number: int, steps: int) -> dict[str, Any]:
    conditions = (None, "trust > -1", "turns_taken < 1000000")
    replies = []
    for place, target in enumerate(targets(number, steps)):
        reply: dict[str, Any] = {"id": f"r{place}", "says": _REPLIES[place]}
        reply["goes"] = f"step-{target}"
        reply["then"] = {"mood": 0, "trust": 1, "bears_with_us": 1}
        if conditions[place]:
            reply["when"] = conditions[place]
        replies.append(reply)
    return {
        "says": _LINE,
        "then": {"set": {"turns_taken": "turns_taken + 1"}},
        "replies": replies,
        "otherwise": [{"goes": "end"}],
        "better": _REPLIES[1],
        "hint": "Look at what has been waiting.",
    }


_ENDING = {
    "kind": "good", "headline": "Done", "says": "Thank you.", "summary": "It ended.",
    "feels": "calm", "firm": 4, "rep": 4,
}  # fmt: skip
_FRAME: dict[str, Any] = {
    "format": 2, "id": "walk", "title": "Walk", "track": "complaint", "channel": "phone",
    "level": 1, "minutes": 5, "trade": "parcels", "skills": ["walks"], "trains": ["patience"],
    "customer": {
        "name": "Ada Berg", "address_as": "Ms Berg", "pronoun": "she",
        "feels": {"is": "impatient", "because": "the parcel is late"},
    },
    "briefing": {
        "role": "You answer.", "goal": "To go on.",
        "good_call": {"courtesy": "Kind.", "patience": "Calm.", "helpfulness": "Useful."},
        "facts": [{"id": "slot", "says": "The next slot is Thursday."}],
    },
    "variables": {"turns_taken": 0}, "start": "step-0", "gives_up": "end",
    "endings": {"end": _ENDING},
    "after": {"causes": ["silence"], "follow_up": {"best": "Nothing.", "wrong": "A brochure."}},
}  # fmt: skip


def walk_session(story: Scenario, walk: int) -> tuple[float, Session]:
    """Walk a scenario; give the seconds and where it led."""
    session = Session.begin(story, Began(scenario_id=story.id, answer_by="choose"))
    picks = list(_picks(walk))
    began = time.process_time()
    for pick in picks:
        reply = session.on_offer[pick % len(session.on_offer)]
        session = session.after_reply(reply.says, _FAIR, reply.id)
        session.line  # noqa: B018 - the text that would be shown
    return time.process_time() - began, session


def _picks(count: int) -> Iterator[int]:
    return (number_drawn(1, f"walk/{place}") % 6 for place in range(count))


# The same story for bink: ink as its compiler writes it


def ink(steps: int) -> str:
    """Give the story as compiled ink."""
    knots = {f"step_{number}": [_knot(number, steps), None] for number in range(steps)}
    variables = ["ev", 50, {"VAR=": "trust"}, 0, {"VAR=": "turns"}, "/ev", "end", None]
    root = [
        [{"->": "step_0"}, ["done", {"#n": "g-0"}], None],
        "done",
        {**knots, "global decl": variables},
    ]
    return json.dumps({"inkVersion": 21, "root": root, "listDefs": {}})


def _knot(number: int, steps: int) -> list[Any]:
    written: list[Any] = [
        "ev", {"VAR?": "turns"}, 1, "+", "/ev", {"VAR=": "turns", "re": True},
        "ev", {"VAR?": "trust"}, 1, "+", "/ev", {"VAR=": "trust", "re": True},
        f"^{_LINE}", "\n",
    ]  # fmt: skip
    conditions: tuple[list[Any], ...] = (
        [],
        [{"VAR?": "trust"}, -1, ">"],
        [{"VAR?": "turns"}, 1_000_000, "<"],
    )
    leads: dict[str, Any] = {}
    for place, target in enumerate(targets(number, steps)):
        flags = 5 if conditions[place] else 4
        written += ["ev", "str", f"^{_REPLIES[place]}", "/str", *conditions[place], "/ev"]
        written.append({"*": f".^.c-{place}", "flg": flags})
        leads[f"c-{place}"] = ["^ ", {"->": f"step_{target}"}, "\n", None]
    return [*written, leads]


def walk_bink(compiled: str, walk: int) -> float:
    """Walk the compiled story; give the seconds."""
    from bink.story import Story

    story = Story(compiled)
    story.continue_maximally()
    picks = list(_picks(walk))
    began = time.process_time()
    for pick in picks:
        choices = list(story.get_current_choices())
        story.choose_choice_index(pick % len(choices))
        story.continue_maximally()
    return time.process_time() - began


# Comparing


def rate(walks: Sequence[float], walk: int) -> float:
    """Steps a second, by the median of several walks."""
    return walk / statistics.median(walks)


def undo_and_save(session: Session) -> tuple[float, float]:
    """Give the microseconds of going back one turn, and of saving the newest event."""
    back = _microseconds(lambda: session.after_rewind(len(session.turns)))
    return back, _microseconds(lambda: EVENT.dump_json(session.events[-1]))


def _microseconds(work: Callable[[], object]) -> float:
    times = []
    for _ in range(50):
        began = time.process_time()
        work()
        times.append(time.process_time() - began)
    return statistics.median(times) * 1e6


def main() -> None:
    """Measure all sizes, round about, so that a busy moment hits both alike."""
    parser = argparse.ArgumentParser(description="How fast conversations are walked.")
    parser.add_argument("--steps", type=int, nargs="+", default=list(SIZES))
    parser.add_argument("--walk", type=int, default=WALK)
    given = parser.parse_args()
    try:
        import bink  # noqa: F401 - only whether it is there

        has_bink = True
    except ImportError:
        print("bink is left out: it is not installed.")
        has_bink = False
    first = 0.0
    print(f"{given.walk:,} steps, steps a second, median of {ROUNDS} walks")
    print("    steps    sessions        bink   ratio    held  undo us  save us")
    for size in given.steps:
        story = scenario(size)
        compiled = ink(size) if has_bink else ""
        gc.collect()
        gc.freeze()
        own, theirs = [], []
        for _ in range(ROUNDS):
            seconds, session = walk_session(story, given.walk)
            own.append(seconds)
            if has_bink:
                theirs.append(walk_bink(compiled, given.walk))
        ours = rate(own, given.walk)
        first = first or ours
        bink_rate = rate(theirs, given.walk) if theirs else float("nan")
        back, save = undo_and_save(session)
        print(
            f"{size:9,}{ours:12,.0f}{bink_rate:12,.0f}{ours / bink_rate:8.2f}"
            f"{ours / first:8.2f}{back:9.1f}{save:9.1f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
