"""Whom a person tells: friends and family, and sometimes the public."""

from typing import NamedTuple

from simulator.core.conversation.aftermath.assumptions import Assumptions, Venue
from simulator.core.conversation.aftermath.outcome import Outcome, WorstLine
from simulator.core.conversation.chance import drawn, share_drawn
from simulator.core.scenario.words import EndingKind
from simulator.core.scoring.consequences import PostCard

_WORDINGS = (
    "Asked for help today. “{quote}” That was the answer.",
    "“{quote}” That is how they talk to you when something goes wrong.",
    "I only wanted it put right. What I got was: “{quote}”",
)
_UNANSWERED = "Asked for help today. Nobody answered."
_ADDED = "{post} Their words: “{quote}”"


def friends_told(outcome: Outcome, numbers: Assumptions) -> int:
    """Give how many friends and relatives hear of the contact."""
    return {
        EndingKind.GOOD: numbers.tells_after_good,
        EndingKind.MEDIUM: numbers.tells_after_medium,
        EndingKind.BAD: numbers.tells_after_bad,
    }[outcome.ended]


class Public(NamedTuple):
    """A post, and how many of its readers do not get in touch because of it."""

    post: PostCard
    contacts_lost: int


def posted(outcome: Outcome, numbers: Assumptions, seed: int, purpose: str) -> Public | None:
    """Give what a customer writes in public, if the seed has them write at all.

    Only a bad ending makes a customer write, and colleagues never do.
    """
    if outcome.ended is not EndingKind.BAD or outcome.is_internal:
        return None
    if share_drawn(seed, f"{purpose}/post") >= numbers.posts_after_bad:
        return None
    name, venue = drawn(_venues(numbers), seed, f"{purpose}/venue")
    reach = round(_usual_reach(venue, outcome.audience) * reach_factor(numbers, seed, purpose))
    post = PostCard(
        text=_text(outcome.post, outcome.worst, seed, purpose),
        quote=outcome.worst.text,
        turn=outcome.worst.turn,
        venue=name,
        reach=reach,
        lifetime_days=venue.lifetime_days,
        has_picture=share_drawn(seed, f"{purpose}/picture") < numbers.with_picture,
    )
    return Public(post, round(reach * venue.put_off))


def reach_factor(numbers: Assumptions, seed: int, purpose: str) -> float:
    """Give by how much a post reaches more, or less, than the usual audience: heavy-tailed.

    A Pareto distribution, cut off at the largest reach.
    """
    left = 1 - share_drawn(seed, f"{purpose}/reach")
    factor: float = numbers.reach_least * left ** (-1 / numbers.reach_tail)
    return min(numbers.reach_most, factor)


def _venues(numbers: Assumptions) -> tuple[tuple[str, Venue], ...]:
    return (
        ("social_network", numbers.social_network),
        ("review_forum", numbers.review_forum),
        ("community_group", numbers.community_group),
    )


def _usual_reach(venue: Venue, audience: int) -> float:
    return venue.reach_share * audience + venue.readers_a_day * venue.lifetime_days


def _text(template: str | None, worst: WorstLine, seed: int, purpose: str) -> str:
    if not worst.text:
        return _UNANSWERED
    if template is None:
        template = drawn(_WORDINGS, seed, f"{purpose}/wording")
    elif "{quote}" not in template:
        template = _ADDED.replace("{post}", template)
    return template.replace("{quote}", worst.text)
