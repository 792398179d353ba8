import json

import pytest

from simulator.core.errors import StoryError
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from tests.storage.importing.stories import SAMPLES, made_of, told, ways


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLES / "late-parcel.ink.json", Track.COMPLAINT)


@pytest.fixture(scope="module")
def scenario(made):
    return made.scenario


def replies_of(scenario, step):
    return {reply.says: reply for reply in scenario.steps[step].replies}


def ink(folder, *content, **knots):
    """Import a story whose root holds this content."""
    root = [[*content, None], "done", knots or None]
    return made_of(folder, "story.json", json.dumps({"inkVersion": 21, "root": root}))


def test_knots_become_steps_and_knots_without_choices_endings(scenario):
    assert list(scenario.steps) == ["greeting", "questions", "angry"]
    assert list(scenario.endings) == ["questions-glad", "gone", "gives-up"]


def test_a_knot_that_only_leads_on_is_skipped(scenario):
    assert scenario.start == "greeting"


def test_what_follows_a_choice_is_the_customers_answer(scenario):
    reply = replies_of(scenario, "greeting")["Let me look it up."]

    assert reply.answer == "Well, have you found it?"
    assert reply.goes == "questions"


def test_a_choice_repeated_as_the_players_own_words_is_not_answered_with_itself(scenario):
    assert replies_of(scenario, "greeting")["I'm sorry to hear that."].answer is None


def test_variables_and_what_they_are_set_to_are_carried_over(scenario):
    sets = {
        reply.says: {name: formula.source for name, formula in reply.then.set.items()}
        for reply in scenario.steps["greeting"].replies
    }

    assert scenario.variables == {"calm": 0, "looked_up": False}
    assert sets["Let me look it up."] == {"looked_up": "true"}
    assert sets["I'm sorry to hear that."] == {"calm": "calm + 2"}


def test_a_text_with_two_cases_becomes_two_wordings(scenario):
    step = scenario.steps["questions"]

    assert [(it.when.source, it.says) for it in step.says_if] == [
        ("looked_up", ("So where is it?",))
    ]
    assert step.says == ("What will you do now?",)


def test_a_condition_on_a_labelled_choice_asks_whether_it_was_given(scenario):
    reply = replies_of(scenario, "questions")["Is it number four?"]

    assert reply.when.source == "gave(which-street-is-it)"


def test_a_condition_on_variables_is_carried_over(scenario):
    reply = replies_of(scenario, "questions")["It comes today."]

    assert reply.when.source == "(calm >= 2) or looked_up"


def test_a_choice_is_kept_to_once_only_where_the_story_comes_back_to_it(scenario):
    assert replies_of(scenario, "questions")["Which street is it?"].once
    assert not replies_of(scenario, "greeting")["Let me look it up."].once


def test_glue_joins_lines(scenario):
    assert replies_of(scenario, "questions")["Is it number four?"].answer == "Yes, number four."


def test_a_sequence_becomes_wordings_by_visits(scenario):
    cases = [(it.when.source, it.says[0]) for it in scenario.steps["angry"].says_if]

    assert cases[0] == ("visits == 1", "Nobody helps me!")


def test_a_fallback_choice_becomes_going_on(scenario):
    assert replies_of(scenario, "angry")["Go on."].goes == "gone"


def test_a_text_variable_is_told_and_shown_by_its_name(made, scenario):
    assert scenario.endings["questions-glad"].says == "Thank you, [agent]."
    assert "questions.glad: a text that tells agent, written here as [agent]" in told(made)


def test_a_tunnel_is_told_where_it_is_called(tmp_path):
    tunnel = ["^Inside.", "\n", "ev", "void", "/ev", "->->", None]

    made = ink(tmp_path, "^Before.", "\n", {"->t->": "aside"}, "^After.", "\n", "end", aside=tunnel)

    assert made.scenario.steps["start"].says == ("Before. Inside. After.",)


def test_a_tunnel_that_calls_itself_is_told_and_does_not_hang(tmp_path):
    made = ink(tmp_path, {"->t->": "aside"}, aside=[{"->t->": "aside"}, None])

    assert any("calls itself" in loss for loss in told(made))


def test_a_circle_without_choices_is_told_and_does_not_hang(tmp_path):
    made = ink(tmp_path, "^Round.", {"->": "0.0"})

    assert any("circle" in loss for loss in told(made))


def test_an_external_function_is_told(tmp_path):
    made = ink(tmp_path, "ev", 1, {"x()": "ring", "exArgs": 1}, "pop", "/ev", "^Hello.", "\n")

    assert told(made) == ["start: the program's own function “ring”"]


def test_a_story_that_only_talks_gets_one_reply_to_its_end(tmp_path):
    made = ink(tmp_path, "^Hello.", "\n", "end")

    assert ways(made) == [("start", "Go on.", "the-end")]


@pytest.mark.parametrize(
    ("version", "sentence"), [(11, "version 11"), ("21", "root is missing"), (None, "root is")]
)
def test_an_unknown_version_is_refused(tmp_path, version, sentence):
    with pytest.raises(StoryError, match=sentence):
        made_of(tmp_path, "story.json", json.dumps({"inkVersion": version, "root": [None]}))


@pytest.mark.parametrize("depth", [400, 100_000])
def test_containers_nested_too_deeply_are_refused(tmp_path, depth):
    nested = "[" * depth + "null" + ",null]" * depth

    with pytest.raises(StoryError):
        made_of(tmp_path, "story.json", f'{{"inkVersion": 21, "root": {nested}}}')
