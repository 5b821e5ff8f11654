"""The test option `--no-skips`: where everything is there to run, a skipped test is a failure. And hypothesis, which
tries the same examples in every run, however slow the machine is."""

import pytest
from hypothesis import settings

settings.register_profile("ours", derandomize=True, deadline=None)
settings.load_profile("ours")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add `--no-skips`."""
    parser.addoption("--no-skips", action="store_true", help="fail when a test is skipped")


@pytest.hookimpl(trylast=True)
def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """Turn skipped tests into exit status 1, when asked to."""
    reporter = session.config.pluginmanager.get_plugin("terminalreporter")
    if session.config.getoption("--no-skips") and reporter.stats.get("skipped") and exitstatus == 0:
        reporter.write_line("a test was skipped, and --no-skips was given", red=True)
        session.exitstatus = pytest.ExitCode.TESTS_FAILED
