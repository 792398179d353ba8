"""Joins the courses that one stretch of a story can take into a node.

A stretch runs from where the reader comes to where they are asked. Each condition on the way makes
two courses of one; what they share is the node's own, what differs becomes wordings and conditions.
"""

from collections.abc import Sequence
from typing import NamedTuple

from simulator.storage.importing.saying import TRUE, Saying, joined
from simulator.storage.importing.story import Link, Losses, Node, Sets, Wording

MOST_COURSES = 24
"""After how many courses of one stretch only the first of two cases is followed."""


class Course(NamedTuple):
    """One course: the conditions under which it is taken, and what happens on it."""

    when: tuple[Saying, ...]
    lines: tuple[str, ...]
    links: tuple[Link, ...]
    sets: Sets

    @property
    def condition(self) -> Saying:
        """The conditions joined."""
        return joined("and", self.when) or TRUE


def node_of(name: str, courses: Sequence[Course], losses: Losses, *, is_answer: bool) -> Node:
    """Join the courses of a stretch into the node that stands for it."""
    last = courses[-1]
    wordings = tuple(
        Wording(course.condition, course.lines)
        for course in courses[:-1]
        if course.lines != last.lines
    )
    shared = tuple(pair for pair in last.sets if all(pair in course.sets for course in courses))
    for variable in dict.fromkeys(pair[0] for course in courses for pair in course.sets):
        if variable not in dict(shared):
            losses.add(name, f"“{variable}” is set only in one case of several")
    return Node(name, last.lines, _links(courses), wordings, shared, is_answer)


def _links(courses: Sequence[Course]) -> tuple[Link, ...]:
    found: dict[Link, list[Saying]] = {}
    for course in courses:
        for link in course.links or (Link(None, None),):
            found.setdefault(link, []).append(course.condition)
    if len(found) == 1 and all(link == Link(None, None) for link in found):
        return ()
    return tuple(
        link if len(cases) == len(courses) else link._replace(when=_when(link, cases))
        for link, cases in found.items()
    )


def _when(link: Link, cases: Sequence[Saying]) -> Saying | None:
    case = joined("or", cases)
    return joined("and", [case, link.when]) if link.when else case
