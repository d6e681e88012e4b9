"""Assemble the class path of ROBOT with Maven, once, in a cache outside the repository."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from pathlib import Path

POM = Path(__file__).with_name("pom.xml")
PLUGIN = "org.apache.maven.plugins:maven-dependency-plugin:3.6.1:build-classpath"
PATIENCE = 300


class NoRobot(Exception):
    """ROBOT cannot be run here; the message says why."""


def robot_classpath() -> str:
    """Give the class path of ROBOT.

    Raises:
        NoRobot: Java or Maven is missing, or Maven cannot get the jars.
    """
    for program in ("java", "mvn"):
        if shutil.which(program) is None:
            raise NoRobot(f"{program} is not on the path")
    cache = _cache()
    found = cache / f"classpath-{POM.stat().st_size}.txt"
    if not found.exists():
        cache.mkdir(parents=True, exist_ok=True)
        _assemble(found)
    return found.read_text(encoding="utf-8")


def _cache() -> Path:
    given = os.environ.get("CLAIMSTAKE_ROBOT_CACHE")
    base = os.environ.get("XDG_CACHE_HOME")
    if given:
        return Path(given)
    return Path(base or tempfile.gettempdir()) / "claimstake" / "robot"


def _assemble(target: Path) -> None:
    command = ["mvn", "-q", "-B", "-f", str(POM), PLUGIN, f"-Dmdep.outputFile={target}"]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as error:
        raise NoRobot(f"Maven did not get ROBOT within {PATIENCE} seconds") from error
    if done.returncode != 0:
        last = (done.stdout.strip().splitlines() or ["no reason given"])[0]
        raise NoRobot(f"Maven cannot get ROBOT: {last}")


def robot(*arguments: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run ROBOT in a folder.

    Raises:
        NoRobot: See `robot_classpath`.
    """
    command = ["java", "-cp", robot_classpath(), "org.obolibrary.robot.CommandLineInterface", *arguments]
    return subprocess.run(command, capture_output=True, text=True, cwd=folder, check=False)
