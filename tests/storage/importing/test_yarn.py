import pytest

from simulator.core.errors import StoryError
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from tests.storage.importing.stories import SAMPLES, made_of, told, ways, yarn


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLES / "late-parcel.yarn", Track.COMPLAINT)


def replies_of(made, step):
    return {reply.says: reply for reply in made.scenario.steps[step].replies}


def test_nodes_and_options_become_steps_and_replies(made):
    assert made.scenario.start == "start"
    assert ("start", "It is not my fault.", "angry") in ways(made)


def test_lines_below_an_option_are_the_customers_answer(made):
    assert replies_of(made, "start")["Let me look it up."].answer == "Well, have you found it?"


def test_what_follows_the_options_is_reached_from_each_of_them(made):
    goes = {reply.goes for reply in made.scenario.steps["start"].replies}

    assert goes == {"start-2", "angry"}


def test_variables_are_declared_and_set(made):
    sets = replies_of(made, "start")["I'm sorry to hear that."].then.set

    assert made.scenario.variables == {"calm": 0, "looked_up": False}
    assert {name: formula.source for name, formula in sets.items()} == {"calm": "calm + 2"}


def test_cases_become_wordings(made):
    step = made.scenario.steps["questions"]

    assert [(it.when.source, it.says) for it in step.says_if] == [
        ("looked_up", ("So where is it?",))
    ]


def test_conditions_of_options_are_carried_over(made):
    reply = replies_of(made, "questions")["It comes today."]

    assert reply.when.source == "(calm >= 2) and (not seen(angry))"


def test_an_option_once_is_offered_once(made):
    assert replies_of(made, "questions")["Which street is it?"].once


def test_markup_tags_and_comments_are_not_said(made):
    assert made.scenario.steps["start"].says == ("Customer: My parcel is a week late!",)


def test_commands_are_told(made):
    assert "Questions: the command “play_sound sigh”" in told(made)


@pytest.mark.parametrize(
    ("condition", "carried"),
    [
        ("$n > 3", "n > 3"),
        ("$n gte 3 and $n lt 5", "(n >= 3) and (n < 5)"),
        ("not ($n == 3)", "n != 3"),
        ("!($n is 3 || $n is 4)", "not ((n == 3) or (n == 4))"),
        ("$n", "n != 0"),
        ('visited("Other")', "seen(other)"),
        ('visited("Start")', "visits(start) >= 2"),
        ('visited_count("Other") + 1 > 2', "(visits(other) + 1) > 2"),
    ],
)
def test_conditions_are_said_in_our_language(tmp_path, condition, carried):
    goes = "\n    <<jump Other>>\n"
    body = f"<<declare $n = 0>>\nWell?\n-> Yes <<if {condition}>>{goes}-> No{goes}"

    made = yarn(
        tmp_path, body, "Other\nHm.\n-> Back\n    <<set $n to 4>>\n    <<jump Start>>\n-> End"
    )

    assert replies_of(made, "start")["Yes"].when.source == carried


@pytest.mark.parametrize(
    "condition", ["random(6) > 3", "$n % 2 == 0", '$name == "Ana"', "$n >", "(((", "$unknown"]
)
def test_a_condition_we_cannot_say_is_told_and_left_out(tmp_path, condition):
    made = yarn(tmp_path, f"<<declare $n = 0>>\nWell?\n-> Yes <<if {condition}>>\n-> No")

    assert replies_of(made, "start")["Yes"].when is None
    assert "Start: the condition of the option “Yes”" in told(made)


def test_a_detour_is_told_where_it_is_taken(tmp_path):
    made = yarn(tmp_path, "One.\n<<detour Aside>>\nThree.\n-> Yes", "Aside\nTwo.\n<<return>>\nNo.")

    assert made.scenario.steps["start"].says == ("One. Two. Three.",)


def test_a_circle_of_detours_is_told_and_does_not_hang(tmp_path):
    made = yarn(tmp_path, "One.\n<<detour Start>>\n-> Yes")

    assert "Start: a detour to “Start”" in told(made)


def test_links_of_the_first_version_wait_for_the_end_of_the_node(tmp_path):
    made = yarn(tmp_path, "Well?\n[[Go in|Shop]]\n[[Stay|Street]]", "Shop\nHello.", "Street\nRain.")

    assert ways(made)[:2] == [("start", "Go in", "shop"), ("start", "Stay", "street")]


def test_two_nodes_that_jump_to_each_other_have_a_way_out(tmp_path):
    made = yarn(tmp_path, "One.\n<<jump Two>>", "Two\nTwo.\n<<jump Start>>")

    assert ways(made) == [("start", "Go on.", "two"), ("two", "Go on.", "start")]
    assert made.scenario.steps["two"].otherwise[0].goes == "gives-up"


def test_an_option_nested_too_deeply_is_refused(tmp_path):
    body = "\n".join(f"{'  ' * depth}-> Option {depth}" for depth in range(60))

    with pytest.raises(StoryError, match="too deeply"):
        yarn(tmp_path, body)


def test_a_file_without_a_body_is_refused(tmp_path):
    with pytest.raises(StoryError, match="no nodes"):
        made_of(tmp_path, "story.yarn", "title: Start\n===")
