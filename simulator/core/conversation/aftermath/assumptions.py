"""Every number of the teaching model, each with where it comes from."""

from dataclasses import dataclass
from typing import Annotated, Literal, Self

from pydantic import BaseModel, ConfigDict, Field, model_validator

BasisKind = Literal["study", "interpolated", "own"]
"""A figure of a study, one worked out between two of them, or our own assumption."""


@dataclass(frozen=True)
class Basis:
    """What a number is called, what kind it is, and the sentence that tells where it comes from."""

    title: str
    kind: BasisKind
    source: str


_STUDY = (
    "AchieveGlobal, Why Your Customers Stay or Stray, 2012: online survey of 5,500 consumers in "
    "six countries, as reported by the press. "
)
_STATED = "Stated intention, not observed behaviour."

Chance = Annotated[float, Field(ge=0, le=1)]
Whole = Annotated[int, Field(ge=0, le=1_000_000)]
Point = Annotated[int, Field(ge=-100, le=100)]


def _own(title: str, why: str) -> Basis:
    return Basis(title, "own", f"Our own assumption: {why}")


def _study(title: str, found: str) -> Basis:
    return Basis(title, "study", _STUDY + found)


class _Numbers(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Venue(_Numbers):
    """A place in public where a post is read."""

    reach_share: Annotated[
        Chance,
        _own("Share of the writer’s own audience that a usual post reaches", "set by feel."),
    ]
    readers_a_day: Annotated[
        Whole,
        _own("Strangers who read it each day", "people who look a firm up before they buy."),
    ]
    lifetime_days: Annotated[
        Whole, _own("Days for which it is read", "a feed forgets, a review forum does not.")
    ]
    put_off: Annotated[
        Chance,
        _own(
            "Share of readers who then do not get in touch",
            "small, so that the worst case stays in the hundreds; larger where people choose a "
            "firm by what they read.",
        ),
    ]


class Assumptions(_Numbers):
    """The teaching model's numbers; a trainer may replace any of them.

    Raises:
        ValueError: fewer people have left after more bad contacts, or the steps of loyalty are out
            of order.
    """

    # Staying and leaving
    leaves_after_first_bad: Annotated[
        Chance,
        _study(
            "Share who have left after one bad contact",
            "Half would try a competitor after one bad experience. " + _STATED + " One summary of "
            "the report gives this figure for the USA only.",
        ),
    ] = 0.5
    leaves_by_second_bad: Annotated[
        Chance,
        Basis(
            "Share who have left after two bad contacts",
            "interpolated",
            "Between the two study figures: the second and third contact are given the same risk.",
        ),
    ] = 0.813
    leaves_by_third_bad: Annotated[
        Chance,
        _study(
            "Share who have left after three bad contacts",
            "93 percent defect after at most three bad contacts. " + _STATED,
        ),
    ] = 0.93
    leaves_after_medium: Annotated[
        Chance, _own("Share who leave after a medium contact", "far fewer than after a bad one.")
    ] = 0.2
    leaves_after_good: Annotated[
        Chance,
        _own(
            "Share who leave after a good contact", "some always go, for reasons of price or place."
        ),
    ] = 0.02

    # Being satisfied with this contact
    treatment_first: Annotated[
        Chance,
        _study(
            "Share of people who want to be treated well first",
            "One in three would rather be treated well than have the problem solved at once.",
        ),
    ] = 0.333
    weight_of_treatment: Annotated[
        Chance,
        _own(
            "Weight of treatment for those people; the rest give it to the solution",
            "the study says which comes first, not by how much.",
        ),
    ] = 0.7
    satisfied_from: Annotated[
        Point, _own("Satisfaction from which somebody is satisfied, of 100", "a round number.")
    ] = 60
    exceeds_from: Annotated[
        Point,
        _own(
            "Helpfulness from which a good contact exceeds what was expected",
            "the top band, and only once the basics are met.",
        ),
    ] = 80
    buys_again_below: Annotated[
        Chance,
        _own("Share who buy again when expectations were not met", "fewer than when they were."),
    ] = 0.1
    buys_again_met: Annotated[
        Chance, _own("Share who buy again when expectations were met", "a round number.")
    ] = 0.5
    buys_again_exceeded: Annotated[
        Chance,
        _own(
            "Share who buy again when expectations were exceeded",
            "the source article calls this the main reason to come back; it gives no figure.",
        ),
    ] = 0.8

    # Telling friends and family
    tells_after_bad: Annotated[
        Whole, _own("Friends and family told after a bad contact", "bad news travels further.")
    ] = 9
    tells_after_medium: Annotated[
        Whole, _own("Friends and family told after a medium contact", "there is little to tell.")
    ] = 2
    tells_after_good: Annotated[
        Whole, _own("Friends and family told after a good contact", "fewer than after a bad one.")
    ] = 3
    advocate_recommends: Annotated[
        Whole, _own("People to whom an advocate recommends the firm", "twice those told otherwise.")
    ] = 6

    # Telling the public
    posts_after_bad: Annotated[
        Chance,
        _study(
            "Share who post in public after a bad contact",
            "Almost 40 percent admitted that they had posted negatively after a bad contact.",
        ),
    ] = 0.4
    with_picture: Annotated[
        Chance, _own("Share of posts with a picture", "phones make it easy; a round number.")
    ] = 0.3
    reach_least: Annotated[
        Annotated[float, Field(gt=0, le=1)],
        _own("Least reach, as a multiple of the usual audience", "most posts are hardly seen."),
    ] = 0.2
    reach_tail: Annotated[
        Annotated[float, Field(ge=1, le=5)],
        _own(
            "How fast large reaches become rare; smaller is a heavier tail",
            "a few posts reach far more people than all the others.",
        ),
    ] = 1.5
    reach_most: Annotated[
        Annotated[float, Field(ge=1, le=100)],
        _own("Largest reach, as a multiple of the usual audience", "keeps the worst case in hand."),
    ] = 3.0
    social_network: Venue = Venue(reach_share=1.0, readers_a_day=0, lifetime_days=3, put_off=0.001)
    review_forum: Venue = Venue(reach_share=0.02, readers_a_day=4, lifetime_days=180, put_off=0.02)
    community_group: Venue = Venue(
        reach_share=0.2, readers_a_day=20, lifetime_days=7, put_off=0.005
    )

    # The relationship carried over, and loyalty
    usual_treatment: Annotated[
        Point,
        _own(
            "Mean of courtesy and patience that leaves a relationship as it is",
            "between basic and good.",
        ),
    ] = 55
    shift_per_point: Annotated[
        Annotated[float, Field(ge=0, le=2)],
        _own(
            "How far each point of treatment above or below moves the relationship",
            "meta-analyses of complaint handling say that treatment drives loyalty over time more "
            "than the remedy does; they give no such factor.",
        ),
    ] = 0.4
    shift_after_good: Annotated[
        Point, _own("Points of relationship for a good ending", "less than treatment weighs.")
    ] = 6
    shift_after_medium: Annotated[
        Point, _own("Points of relationship for a medium ending", "neither way.")
    ] = 0
    shift_after_bad: Annotated[
        Point, _own("Points of relationship for a bad ending", "harm weighs more than good.")
    ] = -10
    largest_shift: Annotated[
        Annotated[int, Field(ge=0, le=100)],
        _own("Most that one contact can move a relationship", "loyalty takes time."),
    ] = 25
    at_risk_below: Annotated[
        Point, _own("Relationship below which a customer is at risk", "a round number.")
    ] = 40
    loyal_from: Annotated[
        Point, _own("Relationship from which a customer is loyal", "one very good contact or two.")
    ] = 60
    advocate_from: Annotated[
        Point, _own("Relationship from which a customer may be an advocate", "takes two contacts.")
    ] = 70
    advocate_treatment: Annotated[
        Point,
        _own(
            "Courtesy and patience, each, that make an advocate",
            "the source article ties advocacy to the human connection, not to the fix.",
        ),
    ] = 75
    rival_cheaper_by: Annotated[
        Annotated[int, Field(ge=0, le=100)],
        _own("How much cheaper the rival is, in percent", "the test that the model asks."),
    ] = 10
    neutral_bears: Annotated[
        Point, _own("Price gap that a neutral customer bears, in percent", "about the trouble.")
    ] = 5
    loyal_bears: Annotated[
        Point,
        _own(
            "Price gap that a loyal customer bears, in percent",
            "the source article says “regardless of price”; we stop short of that.",
        ),
    ] = 15
    advocate_bears: Annotated[
        Point, _own("Price gap that an advocate bears, in percent", "more than a loyal customer.")
    ] = 25

    # A bad start made good
    bad_start_below: Annotated[
        Point, _own("Mood below which a contact begins badly", "upset or worse.")
    ] = 40
    turned_by: Annotated[
        Point,
        _own(
            "Points of mood by which a bad start is turned round",
            "more than one step of the five in which a mood is shown.",
        ),
    ] = 25
    turned_gives: Annotated[
        Point,
        _own(
            "Points of relationship for a bad start turned round, once a person",
            "studies of service recovery find the surprise, and that it does not come twice.",
        ),
    ] = 5

    # Colleagues
    risk_after_good: Annotated[
        Chance,
        _own("Share of colleagues who look elsewhere after a good contact", "close to none."),
    ] = 0.03
    risk_after_medium: Annotated[
        Chance, _own("Share of colleagues who look elsewhere after a medium contact", "a few.")
    ] = 0.06
    risk_after_bad: Annotated[
        Chance,
        _own(
            "Share of colleagues who look elsewhere after a bad contact",
            "a job is left less easily than a shop.",
        ),
    ] = 0.15
    risk_per_point: Annotated[
        Annotated[float, Field(ge=0, le=0.01)],
        _own(
            "How much each point of treatment lowers or raises that share",
            "the source article says that people stay where they are shown empathy; it gives no "
            "figure.",
        ),
    ] = 0.003

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        left = (self.leaves_after_first_bad, self.leaves_by_second_bad, self.leaves_by_third_bad)
        if list(left) != sorted(left):
            raise ValueError("of those who left after fewer bad contacts, none come back")
        steps = (self.at_risk_below, self.loyal_from, self.advocate_from)
        if list(steps) != sorted(steps):
            raise ValueError("the steps of loyalty must rise: at risk, loyal, advocate")
        if not self.tells_after_bad > self.tells_after_good:
            raise ValueError("a bad contact is told to more people than a good one")
        return self


SHIPPED = Assumptions()
"""The numbers as they come with the program."""
