"""For all tests: nobody's cache is read or filled, and hypothesis is judged by what it finds.

All processes of a run share one cache: what one has checked or drawn the others need not. An entry
counts only for exactly the files it was made from, so that a test never meets another one's.
"""

import os
import signal
from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("furat", deadline=None)
settings.load_profile("furat")

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
    # Run in the background of a script, where Ctrl-C is ignored, and so it would be by the programs
    # that tests interrupt.
    signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        home = tmp_path_factory.getbasetemp()
        if os.environ.get("PYTEST_XDIST_WORKER"):
            home = home.parent
        patch.setenv("FURAT_CACHE_DIR", str(home / "cache"))
        yield
