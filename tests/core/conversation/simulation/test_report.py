import json

from simulator.core.conversation.simulation import PLAYERS, readable, simulated
from simulator.core.conversation.simulation.report import Report
from simulator.core.scenario.model import Scenario
from tests.core.conversation.simulation.looping import Counting, changed, reply
from tests.core.conversation.small_contact import SMALL


def report_on(scenario: Scenario = SMALL, plays: int = 120) -> Report:
    return simulated(scenario, Counting(), plays)


def with_far_ending() -> Scenario:
    """Give the small scenario with an ending that nothing leads to."""
    never = reply("never", "stays", when="offers > 50")
    return changed(plan={"replies": [reply("on", "leaves"), never]})


def test_the_scenario_is_sound_when_all_is_reached():
    report = report_on()

    assert report.is_sound
    assert report.coverage.steps.per_cent == 100
    assert "there is a way out of every loop" in readable(report)


def test_a_walk_cut_short_does_not_speak_for_every_loop():
    text = readable(simulated(SMALL, Counting(), 120, most_states=2))

    assert "cut short after" in text
    assert "no loop without a way out was found" in text


def test_an_ending_never_reached_is_a_fault():
    report = report_on(with_far_ending())

    assert not report.is_sound
    assert report.coverage.endings.never == ("stays",)
    assert "Fault: the ending “stays” is never reached." in readable(report)


def test_what_only_the_walk_over_all_paths_reached_is_not_called_never_reached():
    far = reply("sixth", "stays", when="visits >= 6")
    plan = {"replies": [reply("on", "leaves"), reply("again", "plan"), far]}
    plan["otherwise"] = [{"goes": "leaves"}]
    report = report_on(changed(plan=plan), plays=6)

    assert "stays" in report.coverage.endings.not_played
    assert report.coverage.endings.never == ()
    assert "Can be reached, and no play did (endings): stays" in readable(report)


def test_the_shares_of_a_player_add_up_to_one():
    report = report_on()

    for player in PLAYERS:
        assert abs(sum(ending.shares[player] for ending in report.endings) - 1) < 0.001


def test_scores_and_states_are_given_by_ending():
    stays = next(it for it in report_on().endings if it.id == "stays")

    assert stays.scores["courtesy"].least <= stays.scores["courtesy"].most <= 90
    assert stays.mood.least >= 30
    assert stays.shortest.acts[0].say == "own"


def test_the_plays_in_which_the_customer_gave_up_are_counted():
    rude = {"replies": [reply("rude", "opening", then={"bears_with_us": -1})]}
    report = report_on(changed(opening=rude))

    assert report.gave_up == sum(player.gave_up for player in report.players) > 0


def test_the_report_is_the_same_when_made_again():
    assert report_on().model_dump_json() == report_on().model_dump_json()


def test_the_json_has_its_documented_shape():
    report = json.loads(report_on().model_dump_json())

    assert set(report) == {
        "format",
        "scenario",
        "plays",
        "seed",
        "coverage",
        "players",
        "endings",
        "paths",
        "gave_up",
        "is_sound",
    }
    assert Report.model_validate(report) == report_on()


def test_the_table_names_each_ending_and_player():
    text = readable(report_on())

    assert "Ending  kind   best" in text
    assert "  stays: own → courier-tomorrow\n" in text
    for player in PLAYERS:
        assert f"\n{player} " in text
