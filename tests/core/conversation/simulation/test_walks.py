from msgspec.structs import replace

from simulator.core.conversation.simulation.assessments import StepAssessments
from simulator.core.conversation.simulation.players import PLAYERS
from simulator.core.conversation.simulation.walks import MOST_TURNS, Walk, walks
from simulator.core.scenario.model import Scenario
from tests.core.conversation.simulation.looping import Counting, changed, reply
from tests.core.conversation.small_contact import SMALL, begun


def walked(*players: str, plays: int = 60, seed: int = 1, scenario: Scenario = SMALL) -> list[Walk]:
    known = StepAssessments(scenario, Counting())
    return list(walks(scenario, [PLAYERS[it] for it in players], plays, seed, known))


def test_the_best_player_takes_the_replies_with_the_highest_scores():
    taken = {way for walk in walked("best") for way in walk.ways if "otherwise" not in way}

    assert taken == {"opening/own", "plan/courier-tomorrow"}


def test_the_worst_player_takes_the_reply_with_the_lowest_scores():
    assert all("opening/wait" in walk.ways for walk in walked("worst") if len(walk.ways) > 1)
    assert sum("opening/wait" in walk.ways for walk in walked("worst")) > 30


def test_a_player_who_plays_by_chance_takes_every_way_some_time():
    taken = frozenset().union(*(walk.ways for walk in walked("random", plays=300)))

    assert {"opening/own", "opening/wait", "opening/otherwise 3", "plan/otherwise 1"} <= taken


def test_every_player_types_now_and_then():
    for name in PLAYERS:
        ways = [way for walk in walked(name, plays=100) for way in walk.ways]

        assert any("otherwise" in way for way in ways), name


def test_the_same_seed_gives_the_same_plays():
    assert walked("random", seed=5) == walked("random", seed=5)
    assert walked("random", seed=5) != walked("random", seed=6)


def test_players_take_turns_and_seeds_go_up():
    found = walked("best", "worst", plays=5, seed=10)

    assert [walk.player for walk in found] == ["best", "worst", "best", "worst", "best"]
    assert [walk.seed for walk in found] == [10, 11, 12, 13, 14]


def test_a_play_that_goes_round_is_given_up_as_unfinished():
    loop = {"replies": [reply("again", "opening")], "otherwise": [{"goes": "opening"}]}
    loop["otherwise"][0]["then"] = {"mood": 0, "bears_with_us": 0}

    (walk,) = walked("best", plays=1, scenario=changed(opening=loop))

    assert walk.ending_id is None
    assert walk.turns == MOST_TURNS


def test_a_customer_who_bears_with_us_no_longer_counts_as_having_given_up():
    rude = {"replies": [reply("rude", "opening", then={"bears_with_us": -1})]}

    found = walked("worst", plays=10, scenario=changed(opening=rude))

    assert all(walk.gave_up for walk in found if walk.state.bears_with_us == 0)
    assert any(walk.gave_up for walk in found)


def test_each_text_is_read_once_at_each_step_however_many_plays():
    model = Counting()
    known = StepAssessments(SMALL, model)

    list(walks(SMALL, tuple(PLAYERS.values()), 300, 1, known))

    asked = [
        (text, question.context.customer_message, question.context.facts, question.foreseen)
        for text, question in model.asked
    ]
    assert len(asked) == len(set(asked)) == known.count


def test_a_reply_is_read_with_the_facts_that_were_told():
    model = Counting()
    known = StepAssessments(SMALL, model)
    own = SMALL.steps["opening"].replies[0]
    state = begun().moment.state

    known.chosen("opening", own, state)
    known.chosen("opening", own, replace(state, told=("gift",)))

    without, with_it = (question.context.facts for _, question in model.asked)
    assert "It is a gift for Sunday." not in without
    assert "It is a gift for Sunday." in with_it
