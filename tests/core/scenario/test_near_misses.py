"""What only looks like a fault is not told: each change to the short scenario leaves it clean."""

from pathlib import Path

import pytest

from simulator.storage.scenario_files import read_scenario

SHORT = (Path(__file__).parents[2] / "samples" / "short.yaml").read_text("utf-8")

NEAR_MISSES = {
    "RS324 a topic opened again by another reply": (
        "mood: 2, trust: 1}",
        "mood: 2, opens: [wait]}",
    ),
    "RS325 a topic closed by a silence": (
        "then: {bears_with_us: -1}",
        "then: {bears_with_us: -1, closes: [weekend]}",
    ),
    "RS308 a variable set by a silence": (
        "then: {bears_with_us: -1}",
        "then: {bears_with_us: -1, set: {loan_offered: true}}",
    ),
    "RS328 an entry that can only be asked for": (
        "- {on: last week,",
        "- {id: rang, asks: [Have you rung before?], on: last week,",
    ),
    "RS330 one source of several reveals it": (
        "known_from: [brakes, race]",
        "known_from: [friday, race]",
    ),
    "RS331 a limit that leads to another step": (
        "at_most: {visits: 4, goes: leaves}",
        "at_most: {visits: 4, goes: cross}",
    ),
    "RS332 fewer lines than times": ("at_most: 2\n", "at_most: 5\n"),
    "RS333 an action that a reply takes": ("used(brakes)", "used(brakes) or did(warn)"),
    "RS335 a contact ended that ends badly": ("does: warn", "does: end"),
    "RS336 a thought with words of the line": ("They have forgotten me.", "Two weeks for brakes."),
    "RS338 a quotation beside other words": ("{quote}", "{quote} And worse."),
    "RS340 a face that neighbours the key": (
        "feels: frustrated\n    read",
        "feels: angry\n    read",
    ),
    "RS342 a need met by another wording": (
        "like: [Your bike is ready on Friday]",
        "like: [You shall have it soon, Ready on Friday]",
    ),
    "RS407 a medium ending in a high mood": ("{mood: 40,", "{mood: 100,"),
    "RS408 a bad ending with a calm customer": ("feels: angry", "feels: calm"),
    "RS412 replies that share their beginning": (
        "says: The loan bike is yours until then,",
        "says: I'll write to you on Friday at noon. The loan bike is yours until then,",
    ),
    "RS414 a hint with words of the answer": (
        "hint: She wants a day,",
        "hint: She wants to hear of Thursday and Friday, she wants a day,",
    ),
    "RS415 a model answer like the best reply": (
        "better: I will write to you on Friday at noon, and the loan bike stands by in any case.",
        "better: I'll write to you on Friday at noon. If yours is not ready, the loan bike is.",
    ),
    "RS511 an idiom where plain language is not promised": (
        "answer: Friday, then.",
        "answer: Friday, then. Out of the blue.",
    ),
    "RS513 short forms in capitals": ("says: We'll see.", "says: The VAT ID of the UK or the EU."),
    "RS513 one word in capitals": ("says: We'll see.", "says: I said NEVER."),
    "RS515 inches and a quotation": ("says: We'll see.", 'says: A 26" wheel and a 28" one.'),
    "RS515 a quotation that is closed": (
        "says: We'll see.",
        "says: You said “maybe” and “perhaps”.",
    ),
    "RS516 words that may follow themselves": (
        "says: We'll see.",
        "says: I had had it. That that is so.",
    ),
    "RS516 a stammer with a comma": ("answer: Friday, then.", "answer: The, the bike. On Friday."),
    "RS517 brackets around other words": (
        "answer: Friday, then.",
        'answer: "Friday [laughs] then."',
    ),
    "RS518 accents in one piece": ("trade: bicycles", "trade: v\u00e9lo repair"),
    "RS510 another language is not judged": ("language: en", "language: de"),
}


@pytest.mark.parametrize("change", NEAR_MISSES.values(), ids=NEAR_MISSES.keys())
def test_what_only_looks_like_a_fault_is_not_told(change, tmp_path):
    assert SHORT.count(change[0]) == 1
    path = tmp_path / "bike.yaml"
    path.write_text(SHORT.replace(*change), "utf-8")

    assert read_scenario(path).faults == ()


@pytest.mark.parametrize("channel", ["social", "email"])
def test_several_messages_may_come_before_an_answer_where_people_write(channel, tmp_path):
    path = tmp_path / "bike.yaml"
    silence = SHORT[SHORT.index("    silence:\n") : SHORT.index("    at_most: {visits: 4")]
    text = SHORT.replace(silence, "").replace("channel: chat", f"channel: {channel}")
    path.write_text(text, "utf-8")

    assert read_scenario(path).faults == ()


@pytest.mark.parametrize("channel", ["social", "email", "counter"])
def test_a_silence_where_nobody_notices_it_is_told(channel, tmp_path):
    path = tmp_path / "bike.yaml"
    path.write_text(SHORT.replace("channel: chat", f"channel: {channel}"), "utf-8")

    assert "RS332" in {fault.code for fault in read_scenario(path).faults}


def test_a_step_left_only_through_a_limit_or_a_silence_has_a_way_out(tmp_path):
    path = tmp_path / "bike.yaml"
    weekend = SHORT[SHORT.index("  weekend:\n    says") : SHORT.index("endings:\n")]
    circle = weekend.replace("goes: rides", "goes: weekend").replace("goes: waits", "goes: weekend")
    circle += "    at_most: {visits: 3, goes: rides}\n"
    circle += "    silence: {says: [Well?], goes: waits}\n"
    path.write_text(SHORT.replace(weekend, circle), "utf-8")

    assert read_scenario(path).faults == ()
