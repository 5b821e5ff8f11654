"""The wheel is what a user gets: built, installed in a clean environment, it loads the sample and answers."""

import json
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
UV = Path(sys.executable).parent / "uv"


def run(*command: object, cwd: Path) -> str:
    """What a command prints; its errors are the test's."""
    done = subprocess.run([str(part) for part in command], cwd=cwd, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_wheel_loads_the_sample_and_answers(tmp_path):
    """A clean environment with the wheel alone has the queries, the words and the sample, and answers its question."""
    run(UV, "build", "--quiet", "--wheel", "--out-dir", tmp_path, ROOT, cwd=tmp_path)
    run(UV, "venv", "--quiet", "--python", sys.executable, "env", cwd=tmp_path)
    (wheel,) = tmp_path.glob("*.whl")
    run(UV, "pip", "install", "--quiet", "--python", "env", "-c", ROOT / "requirements.lock", wheel, cwd=tmp_path)
    cascade = tmp_path / "env/bin/cascade"

    guide = "from graph import guide; print([len(guide.file(name, 'http://a/')) > 999 for name in guide.MEDIA_TYPES])"
    assert "[True, True, True, True]" in run(tmp_path / "env/bin/python", "-c", guide, cwd=tmp_path)
    run(cascade, "demo", "--no-serve", cwd=tmp_path)
    run(cascade, "load", ROOT / "samples", "--store", "sample.kgl", cwd=tmp_path)
    answer = run(cascade, "tasks", "示政〔2021〕7号 第十一条", "--json", "--store", "sample.kgl", cwd=tmp_path)

    assert "county" in {task["clause"]["level"] for task in json.loads(answer)["tasks"]}
