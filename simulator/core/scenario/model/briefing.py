"""What the trainee reads before the contact: task, facts, policies, and what good looks like."""

from typing import Annotated, Literal

from pydantic import Field

from simulator.core.scenario.values import Id, Part, Text, Texts


class Fact(Part):
    """Something true in the scenario."""

    id: Id
    """A short name, to use in needs and conditions."""
    says: Text
    """The fact, in one sentence."""
    note: Text | None = None
    """More about it, in smaller letters below."""
    kind: Literal["can", "time", "info"] = "info"
    """What it is: something you may do, a time, or information."""
    told: Literal["always", "when_asked"] = "always"
    """Always: it stands in the briefing. When asked: only the customer knows it."""
    like: Texts = ()
    """Ways to ask for it, when the customer tells it only when asked."""
    tells: Text | None = None
    """The customer's words when they are asked for it."""
    may: Text | None = None
    """What the representative may do, in a form that is checked: “lend a mobile router”."""
    costs: Annotated[float, Field(ge=0, strict=True)] | None = None
    """What it costs the customer; a reply that names another amount is wrong."""
    when: Text | None = None
    """At what time; a reply that names another time is wrong."""
    only_if: Text | None = None
    """The condition under which it may be done."""


class Policy(Part):
    """Something the representative must not do."""

    must_not: Text
    """What may not be done, as in “promise a refund over 40”."""
    note: Text | None = None
    """Why, or what may be done instead."""
    like: Texts = ()
    """Words that would break it; a reply that says this is wrong, however warm."""


class GoodCall(Part):
    """What a good contact does, one line a skill, shown before it begins."""

    courtesy: Text
    """What courtesy looks like here."""
    patience: Text
    """What patience looks like here."""
    helpfulness: Text
    """What help looks like here."""


class Briefing(Part):
    """What the trainee reads before the contact."""

    role: Text
    """Who the trainee is: “You answer the phone for …”."""
    goal: Text
    """What the contact should achieve."""
    good_call: GoodCall
    """What a good contact does, one line a skill."""
    expected: Text | None = None
    """What the customer expects, and what would exceed it."""
    facts: Annotated[tuple[Fact, ...], Field(min_length=1)]
    """What is true here."""
    policies: tuple[Policy, ...] = ()
    """What may not be done."""
