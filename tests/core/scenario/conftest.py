import copy
from pathlib import Path

import pytest

from simulator.core.scenario.checks import checked
from simulator.core.scenario.validation import scenario_from
from simulator.storage.yaml_documents import yaml_document

SAMPLE = Path(__file__).parents[2] / "samples" / "every-feature.yaml"


@pytest.fixture(scope="session")
def _sample():
    return yaml_document(SAMPLE.read_bytes()).value


@pytest.fixture
def document(_sample):
    """The plain values of the sample scenario, free to be spoilt."""
    return copy.deepcopy(_sample)


@pytest.fixture
def faults_of():
    """Give all faults of a document: of single values, or of the whole."""

    def faults(document):
        scenario, faults = scenario_from(document)
        return list(faults) if scenario is None else list(checked(scenario))

    return faults
