"""How a story's nodes become steps, replies and endings, whatever program it comes from."""

import pytest

from simulator.core.errors import StoryError
from simulator.storage.importing import stories
from tests.storage.importing.stories import made_of, told, twee, ways, yarn


def test_a_long_text_is_cut_into_messages_at_ends_of_sentences(tmp_path):
    sentence = "This sentence is about as long as the sentences that people write in letters. "

    made = twee(tmp_path, f":: Street\n{sentence * 12}\n[[Shop]]", ":: Shop\nHello.")

    step = made.scenario.steps["street"]
    assert len(step.messages) == 2
    assert all(len(text) <= 400 and text.endswith(".") for text in (*step.says, *step.messages))
    assert " ".join((*step.says, *step.messages)) == (sentence * 12).strip()


def test_a_word_without_end_is_cut_too(tmp_path):
    made = twee(tmp_path, f":: Street\n{'x' * 1000}\n[[Shop]]", ":: Shop\nHello.")

    step = made.scenario.steps["street"]
    assert "".join((*step.says, *step.messages)) == "x" * 1000


def test_last_words_that_are_too_long_are_cut_and_told(tmp_path):
    made = twee(tmp_path, ":: Street\nWell?\n[[Shop]]", f":: Shop\n{'Hello. ' * 500}")

    assert len(made.scenario.endings["shop"].says) <= 2000
    assert "Shop: the end of a long text, as an ending holds one message" in told(made)


def test_a_choice_that_is_too_long_is_cut_and_told(tmp_path):
    made = twee(tmp_path, f":: Street\nWell?\n[[{'go ' * 300}->Shop]]", ":: Shop\nHello.")

    assert len(made.scenario.steps["street"].replies[0].says) <= 400
    assert any(loss.startswith("Street: the end of the choice") for loss in told(made))


def test_a_step_without_words_asks_the_author_for_them(tmp_path):
    made = twee(tmp_path, ":: Street\n[[Shop]]", ":: Shop\nHello.")

    assert made.scenario.steps["street"].says == ("To do: write what the customer says here.",)


def test_names_that_look_alike_get_ids_of_their_own(tmp_path):
    made = twee(tmp_path, ":: A b\nWell?\n[[a-b]]\n[[A  B!]]", ":: a-b\nOne.", ":: A  B!\nTwo.")

    assert [goes for _, _, goes in ways(made)] == ["a-b-2", "a-b-3"]


def test_names_without_latin_letters_get_ids(tmp_path):
    made = twee(tmp_path, ":: 街道\n什么?\n[[是->商店]]", ":: 商店\n你好")

    assert made.scenario.start == "moment"
    assert made.scenario.steps["moment"].replies[0].says == "是"


def test_signs_that_no_yaml_can_hold_are_left_out(tmp_path):
    made = twee(tmp_path, ":: Street\nWe\x00ll\x1b\u2028\ufeff?\n[[Shop]]", ":: Shop\nHello.")

    assert made.scenario.steps["street"].says[0].replace(" ", "") == "Well?"


def test_a_variable_with_a_name_of_ours_is_renamed(tmp_path):
    no = "-> No\n    <<set $mood to 2>>\n    <<jump Start>>"

    made = yarn(tmp_path, f"<<declare $mood = 0>>\nWell?\n-> Yes <<if $mood > 1>>\n{no}")

    assert made.scenario.variables == {"own_mood": 0}
    assert made.scenario.steps["start"].replies[0].when.source == "own_mood > 1"


def test_a_variable_nobody_asks_about_is_left_out_and_told(tmp_path):
    made = yarn(
        tmp_path, "<<declare $n = 0>>\nWell?\n-> Yes\n    <<set $n to 1>>\n    Good.\n-> No"
    )

    assert made.scenario.variables == {}
    assert "variables: “n”, as no condition carried over asks for it" in told(made)


def test_where_all_replies_have_conditions_the_last_loses_its_own(tmp_path):
    yes = "-> Yes <<if $n > 1>>\n    <<jump Start>>\n"
    no = "-> No <<if $n < 2>>\n    <<set $n to 2>>\n    <<jump Start>>"

    made = yarn(tmp_path, f"<<declare $n = 0>>\nWell?\n{yes}{no}")

    assert [reply.when is None for reply in made.scenario.steps["start"].replies] == [False, True]
    assert "Start: the condition of “No”, as one reply must always be open" in told(made)


def test_where_all_replies_can_be_used_up_going_on_leads_to_an_ending(tmp_path):
    made = yarn(
        tmp_path, "Well?\n-> Yes <<once>>\n    <<jump Start>>\n-> No <<once>>\n    <<jump Start>>"
    )

    assert ways(made)[-1] == ("start", "Go on.", "the-end")
    assert any("can be used up" in loss for loss in told(made))


def test_a_play_is_found_that_has_to_set_a_variable_first(tmp_path):
    ask = "-> Ask\n    <<set $n to $n + 1>>\n    <<jump Start>>\n"
    solve = "-> Solve <<if $n >= 3>>\n    Thanks.\n-> Wait\n    <<jump Start>>"

    made = yarn(tmp_path, f"<<declare $n = 0>>\nWell?\n{ask}{solve}")

    (play,) = made.scenario.plays
    assert [turn.say for turn in play.replies] == ["ask", "ask", "ask", "solve"]


def test_a_story_with_too_many_passages_is_refused(tmp_path):
    with pytest.raises(StoryError, match="too large"):
        twee(tmp_path, *(f":: P{number}\nx" for number in range(2_100)))


def test_a_story_too_large_for_one_file_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(stories, "LARGEST_FILE", 100_000)

    with pytest.raises(StoryError, match="too large for one scenario file"):
        twee(tmp_path, *(f":: P{n}\n{'word ' * 200}\n[[P{n + 1}]]" for n in range(200)))


@pytest.mark.parametrize(
    "content", [b"", b"hello", b"\xff\xff", b"[1, 2]", b'{"a": 1}', b"{", b"\x00"]
)
def test_a_file_that_is_no_story_is_refused(tmp_path, content):
    with pytest.raises(StoryError):
        made_of(tmp_path, "story.txt", content)
