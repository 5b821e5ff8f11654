"""docker-compose.yml and Dockerfile, by what can be known of them without a Docker engine."""

import fnmatch
import json
import os
import re
import shlex
import subprocess
import sys
import time
import tomllib
import urllib.request
from pathlib import Path

import jsonschema
import neo4j
import pytest
import yaml

from graph import guide
from graph.server.settings import Addresses, Settings, configuration, free_port

ROOT = Path(__file__).parents[1]
COMPOSE_TEXT = (ROOT / "docker-compose.yml").read_text(encoding="utf-8")
COMPOSE = yaml.safe_load(COMPOSE_TEXT)
SERVICES = COMPOSE["services"]
DOCKERFILE = (ROOT / "Dockerfile").read_text(encoding="utf-8").replace("\\\n", "")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
PINNED = re.compile(r"[a-z0-9./]+:\d+\.\d+-[a-z-]+")


def instructions(name: str) -> list[str]:
    """What follows an instruction of the Dockerfile, each time that it is given."""
    return re.findall(rf"^\s*{name}\s+(.+)$", DOCKERFILE, re.MULTILINE)


def command(text: str) -> list[str]:
    """A command in the form of a JSON list, as the programs of this environment."""
    words = json.loads(text[text.index("[") :])
    return [str(Path(sys.executable).parent / words[0]), *words[1:]]


def copied() -> list[str]:
    """What the build takes from the folder that the Dockerfile stands in."""
    given = [shlex.split(each)[:-1] for each in instructions("COPY") if not each.startswith("--from")]
    return [source for sources in given for source in sources]


def ignored(path: str) -> bool:
    """Whether .dockerignore keeps a path away from the build: the last line that fits decides."""
    wanted = True
    for line in (ROOT / ".dockerignore").read_text(encoding="utf-8").split():
        pattern = line.removeprefix("!").removeprefix("**/")
        parents = [path, *(str(parent) for parent in Path(path).parents)]
        names = [Path(path).name, *Path(path).parts] if "**/" in line else parents
        if any(fnmatch.fnmatch(name, pattern) for name in names):
            wanted = line.startswith("!")
    return not wanted


def settings() -> dict[str, str]:
    """Neo4j's settings as its image makes them of variables: _ stands for a dot, __ for _."""
    given = {name: value for name, value in SERVICES["neo4j"]["environment"].items() if name != "NEO4J_AUTH"}
    return {name.removeprefix("NEO4J_").replace("_", ".").replace("..", "_"): value for name, value in given.items()}


def test_compose_file_follows_the_compose_specification():
    """Compose takes the file: its names and forms are those of the specification."""
    schema = json.loads((ROOT / "tests/compose-spec.json").read_text(encoding="utf-8"))

    jsonschema.Draft7Validator(schema).validate(COMPOSE)


def test_the_password_has_no_default():
    """Compose stops with a message where CASCADE_PASSWORD is not set or empty."""
    uses = re.findall(r"\$\{CASCADE_PASSWORD(.{2})", COMPOSE_TEXT)

    assert [":?", ":?"] == uses
    assert SERVICES["neo4j"]["environment"]["NEO4J_AUTH"].startswith("neo4j/${CASCADE_PASSWORD:?")
    assert SERVICES["api"]["environment"]["CASCADE_PASSWORD"].startswith("${CASCADE_PASSWORD:?")


def test_images_are_pinned():
    """Each image says its version to the minor number, and which build of it."""
    images = [each.split(" AS ")[0] for each in instructions("FROM")]
    images += [service["image"] for service in SERVICES.values() if "image" in service]

    assert [] == [image for image in images if not PINNED.fullmatch(image)]
    assert {"python:3.11-slim-bookworm", "neo4j:5.26-community"} == set(images)


@pytest.mark.parametrize("name", SERVICES)
def test_services_are_watched_and_hold_no_right_that_they_do_not_need(name):
    """Each has a health check, comes back, is not root, gains no rights, and listens on this machine alone."""
    service = SERVICES[name]
    checks, users = (instructions("HEALTHCHECK"), instructions("USER")) if "build" in service else ([], ["0"])
    user = service.get("user", users[-1])

    assert service.get("healthcheck") or checks
    assert "unless-stopped" == service["restart"]
    assert int(user.split(":")[0]) > 0
    assert ["ALL"] == service["cap_drop"]
    assert ["no-new-privileges:true"] == service["security_opt"]
    assert [] == [port for port in service["ports"] if not port.startswith("127.0.0.1:")]


def test_data_outlives_its_container_and_the_api_writes_nowhere_else():
    """What Neo4j keeps lies in volumes that have a name; the API's files cannot be changed."""
    mounted = dict(each.split(":") for each in SERVICES["neo4j"]["volumes"])

    assert {"neo4j-data": "/data", "neo4j-logs": "/logs"} == mounted
    assert mounted.keys() == COMPOSE["volumes"].keys()
    assert SERVICES["api"]["read_only"]
    assert ["/tmp"] == SERVICES["api"]["tmpfs"]


def test_browser_opens_the_guide_that_the_api_serves():
    """Browser is told what a local server of ours tells it, with the API's address."""
    address = "http://127.0.0.1:8000/browser/"

    assert guide.commands(address) == settings()["browser.post_connect_cmd"]
    assert "127.0.0.1" == settings()["browser.remote_content_hostname_whitelist"]
    assert "127.0.0.1:8000:8000" in SERVICES["api"]["ports"]


def test_settings_are_those_of_a_local_server():
    """Each is one that the local server, which the tests start, has too: Neo4j stops at names that it does not know."""
    text = configuration(Settings(), Addresses("127.0.0.1", 7687, 7474))
    known = {line.partition("=")[0] for line in text.splitlines()}

    assert settings().keys() <= known


@pytest.mark.server
def test_neo4j_answers_its_health_check(neo4j_url):
    """What `wget --spider` asks for, HEAD of the HTTP port's first page, the real server answers."""
    check = SERVICES["neo4j"]["healthcheck"]["test"]
    with neo4j.GraphDatabase.driver(neo4j_url) as driver:
        found, _, _ = driver.execute_query("SHOW SETTINGS 'server.http.listen_address' YIELD value")
    asked = urllib.request.Request(check[-1].replace("127.0.0.1:7474", found[0]["value"]), method="HEAD")

    assert ["CMD", "wget", "--quiet", "--spider"] == check[:4]
    with urllib.request.urlopen(asked, timeout=5) as answer:
        assert 200 == answer.status


def test_what_is_copied_is_there_and_not_ignored():
    """Each source of a COPY exists, and .dockerignore lets it in; what no COPY names it keeps out."""
    assert [] == [source for source in copied() if not (ROOT / source).exists() or ignored(source)]
    assert not ignored("graph/drawing/svg.py")
    assert ["tests/x.py", ".git/config", "graph/__pycache__/x.pyc", "policy.kgl"] == [
        path
        for path in ("tests/x.py", ".git/config", "graph/__pycache__/x.pyc", "policy.kgl", "api/app.py")
        if ignored(path)
    ]


def test_what_the_wheel_is_built_from_is_copied():
    """Packages, what goes into them, README and licence: all that pyproject.toml names."""
    wheel = PROJECT["tool"]["hatch"]["build"]["targets"]["wheel"]
    project = PROJECT["project"]
    needed = {*wheel["packages"], *wheel["force-include"], project["readme"], *project["license-files"]}

    assert {*needed, "pyproject.toml", "requirements.lock"} == set(copied())


def test_the_image_has_the_optional_parts_that_the_lock_has():
    """All that requirements.lock pins but what is for notebooks."""
    (made,) = re.findall(r"^\t.*-o requirements\.lock$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    (installed,) = re.findall(r"--constraint requirements\.lock '\.\[([a-z,]+)\]'", DOCKERFILE)

    assert set(re.findall(r"--extra (\S+)", made)) - {"notebook"} == set(installed.split(","))


def test_documents_are_loaded_by_the_command_that_is_given():
    """`docker compose run … api cascade load /papers`: there is such a service, and what follows is all it runs."""
    (given,) = re.findall(r"docker compose run --rm -v \S+ (\S+) (cascade load) /papers", COMPOSE_TEXT)

    assert ("api", "cascade load") == given
    assert [] == instructions("ENTRYPOINT")
    assert "entrypoint" not in SERVICES["api"]


def test_the_command_serves_and_the_health_check_tells(tmp_path):
    """CMD starts the API, which writes nothing at home; HEALTHCHECK fails until it answers."""
    port = str(free_port())
    check = [word.replace("8000", port) for word in command(instructions("HEALTHCHECK")[-1])]
    home = tmp_path / "home"
    home.mkdir(mode=0o500)
    there = {"HOME": str(home), "PATH": os.defpath, "CASCADE_STORE": ":memory:", "PYTHONDONTWRITEBYTECODE": "1"}
    quiet = {"cwd": home, "env": there, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    assert subprocess.run(check, **quiet, check=False).returncode != 0

    with subprocess.Popen([*command(instructions("CMD")[-1]), "--port", port], **quiet) as serving:
        try:
            until = time.monotonic() + 30
            while (healthy := subprocess.run(check, **quiet, check=False).returncode) and time.monotonic() < until:
                time.sleep(0.1)
        finally:
            serving.terminate()

    assert 0 == healthy
    assert [] == list(home.iterdir())
