"""An attempt as points of the feeling timeline."""

from simulator.core.conversation.customer import mood_step
from simulator.core.scoring.scorecard import Scorecard
from simulator.ui.pages.scorecard.words import how_read
from simulator.ui.widgets.timeline import TimelineTurn


def timeline_turns(card: Scorecard) -> tuple[TimelineTurn, ...]:
    """Give the start and the point after each turn; empty without turns."""
    if not card.turns:
        return ()
    first = card.turns[0]
    start = TimelineTurn(
        "Start",
        first.feeling_before,
        bears_with_us=first.cells_before,
        mood=mood_step(first.mood_before),
    )
    return (
        start,
        *(
            TimelineTurn(
                f"Turn {turn.number}",
                turn.feeling_after,
                how_read(turn.read),
                turn.cells_after,
                mood_step(turn.mood_after),
            )
            for turn in card.turns
        ),
    )
