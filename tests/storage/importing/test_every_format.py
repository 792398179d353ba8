"""What holds for a story of any format."""

import pytest

from simulator.core.conversation.plays import played
from simulator.core.scenario.words import Track
from simulator.storage.importing import imported
from simulator.storage.scenario_files import read_scenario
from tests.fakes.reply_model import FakeReplyModel
from tests.storage.importing.stories import SAMPLE_FILES, SAMPLES, package, question, screen

READABLE = [path for path in SAMPLE_FILES if path.suffix != ".ink"]


@pytest.fixture(params=[*READABLE, "h5p", "html"], ids=lambda it: getattr(it, "name", it))
def story(request, tmp_path):
    """A story file of each format."""
    if request.param == "h5p":
        contents = (question("Where is it?", ("Wait.", 1), ("No idea.", -1)), screen("Well?", -1))
        return package(tmp_path / "late-parcel.h5p", *contents)
    if request.param == "html":
        path = tmp_path / "late-parcel.html"
        path.write_text(
            '<tw-storydata name="Late" startnode="2" format="Harlowe">'
            '<tw-passagedata pid="1" name="End">Bye &amp; thanks</tw-passagedata>'
            '<tw-passagedata pid="2" name="Start">Well? [[Go->End]]</tw-passagedata>'
            "</tw-storydata>",
            "utf-8",
        )
        return path
    return request.param


def test_the_file_passes_the_check_without_errors(story, tmp_path):
    path = tmp_path / "made.yaml"

    path.write_text(imported(story, Track.COMPLAINT).text, "utf-8")

    assert read_scenario(path).is_playable


def test_the_file_reads_back_as_the_scenario_that_was_made(story, tmp_path):
    made = imported(story, Track.BILLING)
    path = tmp_path / "made.yaml"
    path.write_text(made.text, "utf-8")

    assert read_scenario(path).scenario == made.scenario


def test_every_play_leads_where_it_says(story):
    scenario = imported(story, Track.COMPLAINT).scenario
    model = FakeReplyModel()

    problems = [
        played(scenario, it, model.assess, model.nearness).problems for it in scenario.plays
    ]

    assert scenario.plays
    assert not any(problems)


def test_what_stays_behind_stands_at_the_head_of_the_file(story):
    made = imported(story, Track.COMPLAINT)
    head = " ".join(line.lstrip("# ") for line in made.text.splitlines() if line.startswith("#"))

    assert all(loss.what.split(",")[0] in head for loss in made.losses)
    assert made.losses or "Everything in the story was carried over." in head


def test_every_text_that_is_missing_says_to_do(story):
    scenario = imported(story, Track.COMPLAINT).scenario
    step = scenario.steps[scenario.start]

    missing = [
        scenario.customer.name,
        scenario.briefing.role,
        scenario.briefing.facts[0].says,
        scenario.after.follow_up.best,
        step.hint,
        step.better,
        step.needs[0].missing,
    ]

    assert all(text.startswith("To do: ") for text in missing)


def test_the_three_samples_tell_the_same_conversation():
    made = [imported(path, Track.COMPLAINT).scenario for path in READABLE]

    opened = [[reply.says for reply in scenario.steps[scenario.start].replies] for scenario in made]

    assert SAMPLES.is_dir()
    assert opened == [opened[0]] * 3
