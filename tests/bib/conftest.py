"""Makes the strategies beside the tests importable, and finds the shared measurements."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from hypothesis import settings

sys.path.insert(0, str(Path(__file__).parent))

# Computers that run the tests are busy with other work: only the number of examples limits them.
settings.register_profile("bib", deadline=None, max_examples=40)
settings.load_profile("bib")

SHARED = Path(__file__).parents[2].parent / "shared" / "benchmarks" / "bib"


@pytest.fixture(scope="session")
def shared_bib() -> Path:
    """The folder of real .bib files beside the repository."""
    if not SHARED.is_dir():
        pytest.skip("the folder shared/benchmarks/bib is not beside the repository")
    return SHARED
