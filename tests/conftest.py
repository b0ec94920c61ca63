"""For all tests: nobody's cache is read or filled, and hypothesis is judged by what it finds."""

from collections.abc import Iterator

import pytest
from hypothesis import settings

settings.register_profile("furat", deadline=None)
settings.load_profile("furat")


@pytest.fixture(scope="session", autouse=True)
def _cache_of_the_tests(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FURAT_CACHE_DIR", str(tmp_path_factory.mktemp("cache")))
        yield
