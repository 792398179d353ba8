import pytest

from simulator.language import CueReplyModel


@pytest.fixture(scope="session")
def model() -> CueReplyModel:
    return CueReplyModel()
