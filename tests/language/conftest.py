import pytest

from simulator.language import CueReplyModel, TrainedReplyModel


@pytest.fixture(scope="session")
def model() -> CueReplyModel:
    """The cue lists alone: what each of them finds is tested by itself."""
    return CueReplyModel()


@pytest.fixture(scope="session")
def trained() -> TrainedReplyModel:
    """The model of the program."""
    return TrainedReplyModel()
