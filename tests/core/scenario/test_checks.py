"""Each check finds a planted fault, at its place; the sample, which has none, stays clean."""

import pytest

from simulator.core.scenario.model import Scenario


def step(document, step_id="opening"):
    return document["steps"][step_id]


def put(path, value):
    """Give a change that puts a value at a path."""

    def change(document):
        place = document
        for part in path[:-1]:
            place = place[part]
        place[path[-1]] = value

    return change


def drop(path):
    def change(document):
        place = document
        for part in path[:-1]:
            place = place[part]
        del place[path[-1]]

    return change


def both(*changes):
    def change(document):
        for each in changes:
            each(document)

    return change


def repeat_entry(path, **changed):
    """Give a change that adds a copy of the first entry of a list, with other values."""

    def change(document):
        place = document
        for part in path:
            place = place[part]
        place.append({**place[0], **changed})

    return change


def add_island(document):
    document["steps"]["island"] = {
        **step(document, "relief"),
        "replies": [{"id": "stay", "says": "Stay.", "then": {"mood": 1}, "goes": "island"}],
        "otherwise": [{"goes": "island"}],
    }


def add_spare_ending(document):
    document["endings"]["spare"] = document["endings"]["leaves"]


def typed_way_only(document):
    add_island(document)
    step(document, "island")["otherwise"] = [{"goes": "leaves"}]
    step(document)["replies"][0]["goes"] = "island"


def best_first(document):
    for found in document["steps"].values():
        found["replies"].sort(
            key=lambda reply: (
                -sum(
                    value
                    for name, value in reply.get("then", {}).items()
                    if name in ("mood", "trust")
                )
            )
        )


def best_longest(document):
    step(document, "last-straw")["replies"][1]["says"] = "No."


def strip(*names):
    """Give a change that takes effects away everywhere."""

    def change(document):
        for found in document["steps"].values():
            for part in (found, *found["replies"], *found["otherwise"]):
                for name in names:
                    part.get("then", {}).pop(name, None)

    return change


OPENING = ("steps", "opening")
FIRST = (*OPENING, "replies", 0)
PLANTED = [
    ("RS301", put(("start",), "openning"), ("start",)),
    ("RS301", put(("gives_up",), "leave"), ("gives_up",)),
    ("RS301", put((*FIRST, "goes"), "angri"), (*FIRST, "goes")),
    ("RS301", put((*OPENING, "otherwise", 3, "goes"), "no"), (*OPENING, "otherwise", 3, "goes")),
    ("RS302", add_island, ("steps", "island")),
    ("RS302", add_spare_ending, ("endings", "spare")),
    ("RS303", add_island, ("steps", "island")),
    ("RS304", both(drop(FIRST), put((*FIRST, "once"), True)),
     (*OPENING, "replies")),
    ("RS305", put((*OPENING, "otherwise", 3, "when"), "mood > 3"),
     (*OPENING, "otherwise", 3, "when")),
    ("RS306", put((*FIRST, "when"), "mood > 3 and told(payrol)"), (*FIRST, "when")),
    ("RS306", put((*FIRST, "when"), "promised(slot)"), (*FIRST, "when")),
    ("RS306", put((*FIRST, "when"), "met(callback)"), (*FIRST, "when")),
    ("RS306", put((*FIRST, "when"), "seen(stays)"), (*FIRST, "when")),
    ("RS306", put((*FIRST, "when"), "gave(opening)"), (*FIRST, "when")),
    ("RS307", put((*FIRST, "when"), "moood > 3"), (*FIRST, "when")),
    ("RS307", put((*FIRST, "then", "set", "offers"), "offers > 1"),
     (*FIRST, "then", "set", "offers")),
    ("RS308", put((*FIRST, "then", "set", "offer"), 1), (*FIRST, "then", "set", "offer")),
    ("RS309", put(("variables", "spare"), 1), ("variables", "spare")),
    ("RS310", put(("variables", "spare"), 1), ("variables", "spare")),
    ("RS311", repeat_entry((*OPENING, "replies")), (*OPENING, "replies", 2, "id")),
    ("RS311", put(("steps", "relief", "replies", 0, "id"), "next-week"),
     ("steps", "relief", "replies", 0, "id")),
    ("RS311", repeat_entry(("after", "promises")), ("after", "promises", 1, "id")),
    ("RS311", repeat_entry(("briefing", "facts")), ("briefing", "facts", 3, "id")),
    ("RS311", repeat_entry((*OPENING, "needs")), (*OPENING, "needs", 2, "id")),
    ("RS312", lambda document: document["endings"].update(relief=document["endings"]["stays"]),
     ("endings", "relief")),
    ("RS313", put(("plays", 0, "replies", 0), "own-and-ac"), ("plays", 0, "replies", 0)),
    ("RS313", put(("plays", 0, "ends"), "stay"), ("plays", 0, "ends")),
    ("RS313", put(("plays", 2, "reaches"), "nowhere"), ("plays", 2, "reaches")),
    ("RS314", drop(("plays", 1)), ("endings", "neutral")),
    ("RS315", both(drop((*OPENING, "otherwise", 0)), drop(("briefing", "facts", 2, "like"))),
     ("briefing", "facts", 2)),
    ("RS316", put(("variables", "mood"), 3), ("variables", "mood")),
    ("RS316", put(("variables", "is-gold"), True), ("variables", "is-gold")),
    ("RS317", put((*OPENING, "needs", 1, "uses", 0), "slots"), (*OPENING, "needs", 1, "uses", 0)),
    ("RS318", drop((*OPENING, "otherwise", 0, "when")), (*OPENING, "otherwise", 0)),
    ("RS320", both(drop(("endings", "neutral"))), ("endings",)),
    ("RS321", typed_way_only, ("steps", "island")),
    ("RS322", put((*FIRST, "when"), "courtesy > 100"), (*FIRST, "when")),
    ("RS323", both(drop(("plays", 0, "ends")), drop(("plays", 0, "courtesy"))), ("plays", 0)),
    ("RS401", best_first, ("steps",)),
    ("RS402", best_longest, ("steps",)),
    ("RS403", repeat_entry((*OPENING, "replies"), id="twin"), (*OPENING, "replies", 2)),
    ("RS404", put(("endings", "leaves", "rep"), 5), ("endings", "leaves", "kind")),
    ("RS404", put(("endings", "leaves", "firm"), 5), ("endings", "leaves", "kind")),
    ("RS405", strip("mood"), ("steps",)),
    ("RS405", strip("trust"), ("steps",)),
    ("RS406", drop(("steps", "not-again", "needs")), ("trains", 1)),
    ("RS501", put((*OPENING, "better"), "Ms Okafer, that is our fault."), (*OPENING, "better")),
    ("RS501", put((*OPENING, "better"), "You rang, Amraa, and nobody came."), (*OPENING, "better")),
    ("RS502", put((*OPENING, "better"), "I understand your frustration."), (*OPENING, "better")),
    ("RS502", put((*OPENING, "replies", 1, "says"), "Rest assured, I am ringing dispatch."),
     (*OPENING, "replies", 1, "says")),
    ("RS503", put((*OPENING, "says", 1), "Nobody came \U0001f621"), (*OPENING, "says", 1)),
    ("RS503", put((*OPENING, "says", 1), "See https://example.org"), (*OPENING, "says", 1)),
    ("RS503", put((*FIRST, "says"), "<b>Thursday</b>"), (*FIRST, "says")),
    ("RS503", put((*FIRST, "says"), "Thurs\0day"), (*FIRST, "says")),
    ("RS504", put((*FIRST, "says"), "It is Thursday. " * 30), (*FIRST, "says")),
    ("RS505", put((*FIRST, "says"), "and then " * 20), (*FIRST, "says")),
    ("RS506", put(("customer", "history", 0, "on"), "2026-13-45"),
     ("customer", "history", 0, "on")),
]  # fmt: skip


def test_the_sample_has_no_faults(document, faults_of):
    assert faults_of(document) == []


@pytest.mark.parametrize(
    ("code", "plant", "path"), PLANTED, ids=[f"{code}-{path[-1]}" for code, _, path in PLANTED]
)
def test_a_planted_fault_is_found_at_its_place(document, faults_of, code, plant, path):
    plant(document)

    found = faults_of(document)

    assert (code, path) in [(fault.code, fault.path) for fault in found]
    assert all(fault.message and fault.remedy.endswith((".", "?")) for fault in found)


CLEAN = [
    ("RS403", repeat_entry((*OPENING, "replies"), id="twin", goes="leaves")),
    ("RS304", put((*FIRST, "when"), "mood > 3")),
    ("RS313", put(("plays", 0, "replies", 0), "Hello there")),
    ("RS313", put(("plays", 2, "reaches"), "leaves")),
    ("RS315", drop((*OPENING, "otherwise", 0))),
    ("RS501", put((*OPENING, "better"), "Amara's mornings, Ms Okafor's mornings, the Okafors.")),
    ("RS502", put((*FIRST, "says"), "I understand your frustration.")),
    ("RS503", put((*OPENING, "hint"), "See https://example.org")),
    ("RS503", put((*FIRST, "says"), "That is £40 – or 50 % – at 16:00; “café”, naïve… & so on.")),
    ("RS505", put((*FIRST, "says"), "It is Thursday. " * 20)),
    ("RS404", put(("endings", "leaves", "rep"), 3)),
]


@pytest.mark.parametrize(("code", "plant"), CLEAN)
def test_what_only_looks_like_a_fault_is_not_told(document, faults_of, code, plant):
    plant(document)

    assert code not in {fault.code for fault in faults_of(document)}


def test_an_unknown_target_suggests_the_nearest(document, faults_of):
    step(document)["replies"][0]["goes"] = "releif"

    (fault,) = (fault for fault in faults_of(document) if fault.code == "RS301")

    assert fault.message == "there is no step or ending “releif”"
    assert fault.remedy == "Did you mean “relief”?"


def test_a_thousand_unknown_targets_are_all_told(document, faults_of):
    pattern = step(document, "relief")
    for number in range(1000):
        reply = {"id": f"go-{number}", "says": "On.", "then": {"mood": 1}, "goes": f"gone-{number}"}
        document["steps"][f"step-{number}"] = {**pattern, "replies": [reply], "otherwise": [reply]}
        document["steps"][f"step-{number}"]["otherwise"] = [{"goes": f"step-{number + 1}"}]
    document["steps"]["step-999"]["otherwise"] = [{"goes": "leaves"}]

    targets = {fault.path for fault in faults_of(document) if fault.code == "RS301"}

    assert len(targets) == 1000


def test_a_scenario_written_back_is_the_same(document):
    scenario = Scenario.model_validate(document)

    again = Scenario.model_validate(scenario.model_dump(mode="json", by_alias=True))

    assert again == scenario
