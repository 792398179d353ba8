import pytest

from simulator.core.errors import StoryError
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from tests.storage.importing.stories import SAMPLES, made_of, told, twee, ways


@pytest.fixture(scope="module")
def made():
    return imported(SAMPLES / "late-parcel.twee", Track.COMPLAINT)


def page(passages, story_format="Harlowe", start="1"):
    return (
        f'<html><tw-storydata name="A page" startnode="{start}" format="{story_format}">'
        f"{passages}</tw-storydata></html>"
    )


def passage(pid, name, text, tags=""):
    return f'<tw-passagedata pid="{pid}" name="{name}" tags="{tags}">{text}</tw-passagedata>'


def test_title_and_start_are_taken_from_the_story(made):
    assert made.scenario.title == "The late parcel"
    assert made.scenario.start == "greeting"


@pytest.mark.parametrize(
    "link",
    [
        "[[Go in->Shop]]",
        "[[Shop<-Go in]]",
        "[[Go in|Shop]]",
        "[[Go in->Shop][$x to 1]]",
        '<<link "Go in" "Shop">><</link>>',
        "<<link [[Go in|Shop]]>><</link>>",
        '<<link "Go in">><<goto "Shop">><</link>>',
        '<<button "Go in" "Shop">><</button>>',
    ],
)
def test_every_kind_of_link_becomes_a_reply(tmp_path, link):
    made = twee(tmp_path, f":: Street\nWell?\n{link}", ":: Shop\nHello.")

    assert ways(made) == [("street", "Go in", "shop")]


@pytest.mark.parametrize(
    "link",
    [
        '(link-goto: "Go in", "Shop")',
        "(link-reveal-goto: 'Go in', 'Shop')",
        '(link: "Go in")[(goto: "Shop")]',
        "[[Go in-&gt;Shop]]",
    ],
)
def test_harlowes_links_become_replies(tmp_path, link):
    passages = passage(1, "Street", f"Well? {link}") + passage(2, "Shop", "Hello.")

    made = made_of(tmp_path, "page.html", page(passages))

    assert ways(made) == [("street", "Go in", "shop")]


@pytest.mark.parametrize(
    "link", ["{link to: 'Shop', label: 'Go in'}", "{reveal link: 'Go in', passage: 'Shop'}"]
)
def test_chapbooks_inserts_become_replies(tmp_path, link):
    passages = passage(1, "Street", f"x: 1\n--\nWell? {link}") + passage(2, "Shop", "Hello.")

    made = made_of(tmp_path, "page.html", page(passages, "Chapbook"))

    assert ways(made) == [("street", "Go in", "shop")]
    assert "Street: the values set above its text" in told(made)


def test_a_link_without_words_of_its_own_is_called_after_its_passage(tmp_path):
    made = twee(tmp_path, ":: Street\nWell?\n[[Shop]]", ":: Shop\nHello.")

    assert ways(made) == [("street", "Shop", "shop")]


def test_the_words_of_a_link_inside_a_sentence_stay_in_it(made):
    says = made.scenario.steps["questions"].says

    assert says == ("So where is it? You can Promise it or say that you cannot know here.",)


def test_lines_of_links_alone_and_comments_are_not_said(made):
    assert made.scenario.steps["greeting"].says == ("My parcel is a week late!",)


def test_macros_are_told_by_passage(made):
    assert "Questions: macros: if, print" in told(made)


def test_a_link_out_of_the_story_is_told(made):
    assert "Angry: the way to “Colleague”, not in the story" in told(made)
    assert "Angry: the way to “https://example.org”, not in the story" in told(made)


def test_passages_of_settings_are_told_and_left_out(made):
    assert "StoryInit: a passage of scripts, styles or settings" in told(made)
    assert "storyinit" not in made.scenario.steps


def test_a_passage_that_leads_on_by_itself_is_gone_on_from(tmp_path):
    made = twee(tmp_path, ':: Street\nWell?\n<<goto "Shop">>', ":: Shop\nHello.")

    assert ways(made) == [("street", "Go on.", "shop")]


def test_marks_in_a_header_are_no_part_of_the_name(tmp_path):
    header = ':: A \\[real\\] street [one two] {"position":"1,2"}'
    made = made_of(tmp_path, "s.twee", f"{header}\nWell?\n[[Shop]]\n\n:: Shop\nHello.")

    assert made.scenario.start == "a-real-street"


def test_text_that_only_looks_like_a_link_is_kept(tmp_path):
    made = twee(tmp_path, ":: Street\nIt costs [[ten\n[[Shop]]", ":: Shop\nHello.")

    assert made.scenario.steps["street"].says == ("It costs [[ten",)


def test_a_page_without_passages_is_refused(tmp_path):
    with pytest.raises(StoryError, match="no passages"):
        made_of(tmp_path, "page.html", page(""))


def test_a_page_with_one_passage_plays_to_an_end(tmp_path):
    made = made_of(tmp_path, "page.html", page(passage(1, "Only", "Hello &lt;b&gt;you&lt;/b&gt;.")))

    assert made.scenario.steps["only"].says == ("Hello you.",)
    assert ways(made) == [("only", "Go on.", "the-end")]
