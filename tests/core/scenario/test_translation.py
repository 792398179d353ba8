"""A scenario in a second language: the ids of its lines, and what is told of a translation."""

import pytest

from simulator.core.scenario.checks.translations import translation_faults
from simulator.core.scenario.translation import (
    Translation,
    line_ids,
    lines_of,
    missing_lines,
    translated,
)
from simulator.core.scenario.validation import scenario_from, translation_from
from tests.core.conversation.small_contact import SMALL


@pytest.fixture
def sample(document):
    return scenario_from(document)[0]


def dutch(lines, language="nl"):
    return Translation(translates="late-parcel", language=language, lines=lines)


def whole(scenario=SMALL):
    return {line_id: (f"nl: {text}",) for line_id, text in line_ids(scenario).items()}


def found(lines, **more):
    return [
        (fault.code, fault.path[-1]) for fault in translation_faults(SMALL, dutch(lines, **more))
    ]


def test_a_line_is_named_by_the_ids_on_the_way_to_it():
    ids = line_ids(SMALL)

    assert ids["steps.opening.replies.own.says"] == "That is our mistake."
    assert ids["briefing.facts.courier.says"] == "A courier can bring it tomorrow."
    assert ids["after.promises.tomorrow.says"] == "Courier tomorrow"
    assert ids["title"] == "The late parcel"


def test_of_several_wordings_each_has_a_number_and_a_single_one_has_none():
    ids = line_ids(SMALL)

    assert ids["steps.opening.says.2"] == "A week late, my parcel."
    assert "steps.opening.says" not in ids
    assert ids["steps.plan.says"] == "And now?"


def test_ids_conditions_names_of_people_and_plays_are_no_lines(sample):
    texts = set(line_ids(sample).values())

    assert sample.customer.name not in texts
    assert sample.start not in texts
    assert not any(line.path[0] in ("plays", "variables", "id") for line in lines_of(sample))
    assert not any(line.path[-1] == "goes" for line in lines_of(sample))


def test_moving_a_reply_leaves_its_lines_with_their_ids():
    opening = SMALL.steps["opening"]
    turned = opening.model_copy(update={"replies": tuple(reversed(opening.replies))})
    moved = SMALL.model_copy(update={"steps": {**SMALL.steps, "opening": turned}})

    assert line_ids(moved) == line_ids(SMALL)


def test_a_whole_translation_changes_every_line_and_nothing_else(sample):
    translation = Translation(translates=sample.id, language="nl", lines=whole(sample))

    result, missing = translated(sample, translation)

    assert missing == ()
    assert set(line_ids(result).values()) == {f"nl: {text}" for text in line_ids(sample).values()}
    back = Translation(
        translates=sample.id, language=sample.language, lines=dict(_back(line_ids(result)))
    )
    assert translated(result, back)[0] == sample


def _back(ids):
    return {line_id: (text.removeprefix("nl: "),) for line_id, text in ids.items()}


def test_a_missing_line_stands_in_its_own_language_with_the_code_before_it():
    lines = whole()
    del lines["steps.plan.says"]

    result, missing = translated(SMALL, dutch(lines))

    assert result.steps["plan"].says == ("[en] And now?",)
    assert missing == ("steps.plan.says",)


def test_a_line_left_empty_is_missing():
    translation = dutch({**whole(), "title": None})

    assert missing_lines(SMALL, translation) == ("title",)
    assert translated(SMALL, translation)[0].title == "[en] The late parcel"


def test_a_list_may_have_another_number_of_wordings_than_the_scenario():
    lines = {k: v for k, v in whole().items() if not k.startswith("steps.opening.says.")}
    lines["steps.opening.says"] = ("Een.", "Twee.", "Drie.")

    result, missing = translated(SMALL, dutch(lines))

    assert result.steps["opening"].says == ("Een.", "Twee.", "Drie.")
    assert missing == ()


def test_the_longest_line_still_fits_when_it_is_marked():
    long = "x" * 2000
    scenario = SMALL.model_copy(update={"title": long})

    result, _ = translated(scenario, dutch({}))

    assert result.title == f"[en] {long}"[:2000]


def test_a_whole_translation_has_no_fault():
    assert found(whole()) == []


def test_an_unknown_line_is_told_with_the_nearest_id():
    lines = {**whole(), "steps.opening.replies.onw.says": ("Dat is onze fout.",)}

    fault = next(iter(translation_faults(SMALL, dutch(lines))))

    assert fault.code == "RS702"
    assert fault.remedy == "Did you mean “steps.opening.replies.own.says”?"
    assert fault.is_error


def test_a_missing_line_is_a_warning_with_its_id():
    lines = whole()
    del lines["title"]

    (fault,) = translation_faults(SMALL, dutch(lines))

    assert fault.code == "RS703"
    assert "“title”" in fault.message
    assert not fault.is_error


def test_a_wording_given_by_number_and_by_list_is_told():
    lines = {**whole(), "steps.opening.says": ("Een.", "Twee.")}

    assert ("RS704", "steps.opening.says.1") in found(lines)


def test_a_list_for_what_is_one_text_is_told():
    assert found({**whole(), "title": ("Het pakje", "Een pakje")}) == [("RS704", "title")]


def test_the_scenarios_own_language_is_no_translation():
    assert ("RS705", "language") in found(whole(), language="en")


def test_a_mark_in_braces_must_stay():
    endings = {
        **SMALL.endings,
        "leaves": SMALL.endings["leaves"].model_copy(update={"post": "They said: {quote}"}),
    }
    scenario = SMALL.model_copy(update={"endings": endings})
    lines = {**whole(scenario), "endings.leaves.post": ("Ze zeiden: {citaat}",)}

    faults = list(translation_faults(scenario, dutch(lines)))

    assert [(f.code, f.path) for f in faults] == [("RS706", ("lines", "endings.leaves.post"))]


def test_words_no_voice_can_say_are_told_at_the_translated_line():
    lines = {**whole(), "steps.plan.says": ("Kijk op www.pakjes.example",)}

    assert found(lines) == [("RS503", "steps.plan.says")]


@pytest.mark.parametrize(
    ("document", "code", "words"),
    [
        ({"translates": "a", "language": "nl"}, "RS202", "“lines” is missing"),
        ({"translates": "a", "language": "Dutch", "lines": {}}, "RS206", "not well formed"),
        ({"translates": "a", "language": "nl", "line": {}, "lines": {}}, "RS201", "“line”"),
        ({"translates": "a", "language": "nl", "lines": {"title": 7}}, "RS203", "must be a list"),
        ({"translates": "a", "language": "nl", "lines": {"title": " "}}, "RS204", "is empty"),
    ],
)
def test_a_wrong_value_in_a_translation_is_told_as_in_a_scenario(document, code, words):
    translation, faults = translation_from(document)

    assert translation is None
    assert [fault.code for fault in faults] == [code]
    assert words in faults[0].message


def test_a_misspelt_name_of_a_translation_is_told_with_the_names_it_may_have():
    _, (fault,) = translation_from({"translates": "a", "language": "nl", "lnes": {}, "lines": {}})

    assert fault.remedy == "Did you mean “lines”?"
