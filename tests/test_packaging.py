"""The package works however it gets to a user: from a checkout, from a wheel, from the sdist.

Everything is built and installed without a network.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tomllib
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parent.parent

if not (ROOT / "pyproject.toml").exists():
    pytest.skip("not a checkout: pyproject.toml does not stand beside tests", allow_module_level=True)

PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
SHIPPED = ("calc_repl", "grammar", "tests", "README.md", "pyproject.toml", ".gitignore")
LEFT_BEHIND = shutil.ignore_patterns("__pycache__", ".*_cache", ".hypothesis")


def run(*command: str | Path, cwd: Path, path: Path | None = None) -> str:
    """What a program prints on standard output, run with a home of its own and `path` as PYTHONPATH."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "PIP_"))}
    environment |= {"HOME": str(cwd), "USERPROFILE": str(cwd), "XDG_CACHE_HOME": str(cwd / ".cache")}
    if path is not None:
        environment["PYTHONPATH"] = str(path)
    done = subprocess.run(
        list(map(str, command)),
        cwd=cwd,
        env=environment,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=300,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}\n{done.stderr}"
    return done.stdout


def build(tree: Path, target: str, directory: Path) -> Path:
    """A wheel or sdist of a source tree."""
    run(sys.executable, "-m", "hatchling", "build", "--target", target, "--directory", directory, cwd=tree)
    (built,) = directory.iterdir()
    return built


def copy_checkout(directory: Path) -> Path:
    directory.mkdir()
    for name in SHIPPED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, directory / name, ignore=LEFT_BEHIND)
        elif source.exists():
            shutil.copy(source, directory / name)
    return directory


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def metadata(wheel: Path, file: str) -> str:
    (name,) = (name for name in names_in(wheel) if name.endswith(f".dist-info/{file}"))
    with ZipFile(wheel) as archive:
        return archive.read(name).decode()


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    """A checkout to run in; the other one stays as it is."""
    return copy_checkout(tmp_path / "clone")


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return copy_checkout(tmp_path_factory.mktemp("clone") / "checkout")


@pytest.fixture(scope="module")
def wheel(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(checkout, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def unpacked_sdist(checkout: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    sdist = build(checkout, "sdist", tmp_path_factory.mktemp("sdist"))
    directory = tmp_path_factory.mktemp("unpacked")
    with tarfile.open(sdist) as archive:
        archive.extraction_filter = getattr(tarfile, "data_filter", None)  # not in the first releases of 3.11
        archive.extractall(directory)
    (tree,) = directory.iterdir()
    return tree


@pytest.fixture(scope="module")
def wheel_of_sdist(unpacked_sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(unpacked_sdist, "wheel", tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module", params=["wheel", "wheel_of_sdist"])
def installed(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder a wheel was installed in; our dependencies are found where the tests find them."""
    directory = tmp_path_factory.mktemp("installed")
    pip = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps", "--no-index", "--no-warn-script-location"]
    run(*pip, "--target", directory, request.getfixturevalue(request.param), cwd=directory)
    return directory


# What is in the wheel


def test_wheel_holds_every_file_of_the_package(wheel: Path, checkout: Path) -> None:
    expected = {path.relative_to(checkout).as_posix() for path in (checkout / "calc_repl").rglob("*") if path.is_file()}
    expected.add("calc_repl/grammar/calc.lark")
    expected |= {f"calc_repl/{path.relative_to(checkout)}" for path in (checkout / "grammar").iterdir()}
    assert {"calc_repl/py.typed", "calc_repl/library/geometry/plane.calc"} <= expected
    assert {name for name in names_in(wheel) if ".dist-info/" not in name} == expected


def test_wheel_holds_the_grammar_as_it_is(wheel: Path, checkout: Path) -> None:
    with ZipFile(wheel) as archive:
        assert archive.read("calc_repl/grammar/calc.lark") == (checkout / "grammar/calc.lark").read_bytes()


def test_wheel_names_version_dependencies_and_script(wheel: Path, clone: Path) -> None:
    lines = metadata(wheel, "METADATA").splitlines()
    version = run(sys.executable, "-c", "import calc_repl; print(calc_repl.__version__)", cwd=clone).strip()
    assert f"Version: {version}" in lines
    assert wheel.name == f"calc_repl-{version}-py3-none-any.whl"
    needed = [line for line in lines if line.startswith("Requires-Dist:") and "extra ==" not in line]
    assert len(needed) == len(PROJECT["dependencies"])
    assert "calc-repl = calc_repl.__main__:main" in metadata(wheel, "entry_points.txt").splitlines()


def test_sdist_holds_what_is_needed_to_build_and_test(unpacked_sdist: Path, checkout: Path) -> None:
    def files(tree: Path) -> set[str]:
        return {path.relative_to(tree).as_posix() for path in tree.rglob("*") if path.is_file()}

    assert files(unpacked_sdist) == files(checkout) | {"PKG-INFO"}


def test_wheel_of_the_sdist_is_the_wheel_of_the_checkout(wheel: Path, wheel_of_sdist: Path) -> None:
    assert names_in(wheel_of_sdist) == names_in(wheel)
    assert metadata(wheel_of_sdist, "RECORD") == metadata(wheel, "RECORD")  # the hash of every file


def test_checkout_without_its_grammar_builds_no_wheel(clone: Path, tmp_path: Path) -> None:
    shutil.rmtree(clone / "grammar")
    with pytest.raises(AssertionError, match="grammar"):
        build(clone, "wheel", tmp_path / "out")


# How it runs


def test_installed_package_answers_anywhere(installed: Path, tmp_path: Path) -> None:
    where = run(sys.executable, "-c", "import calc_repl; print(calc_repl.__file__)", cwd=tmp_path, path=installed)
    assert Path(where.strip()) == installed / "calc_repl" / "__init__.py"
    answer = run(sys.executable, "-m", "calc_repl", "1/3 + 1/6", cwd=tmp_path, path=installed)
    assert answer == "1/2 = 0.5\n"
    again = run(sys.executable, "-m", "calc_repl", "-t", "2^10", cwd=tmp_path, path=installed)
    assert again == "1024\n"


def test_installed_package_has_its_library(installed: Path, tmp_path: Path) -> None:
    words = ("from geometry.plane import circle_area", "circle_area(1/2)")
    answer = run(sys.executable, "-m", "calc_repl", *words, cwd=tmp_path, path=installed)
    assert answer == "pi/4 ≈ 0.785398163397\n"


def test_installed_script_answers(installed: Path, tmp_path: Path) -> None:
    (script,) = (installed / ("Scripts" if os.name == "nt" else "bin")).glob("calc-repl*")
    assert run(script, "1/3 + 1/6", cwd=tmp_path, path=installed) == "1/2 = 0.5\n"


def test_installed_package_is_not_led_astray_by_files_where_it_runs(installed: Path, tmp_path: Path) -> None:
    for name in ("lark", "flint", "prompt_toolkit", "json", "math", "signal"):
        (tmp_path / f"{name}.py").write_text("raise SystemExit('astray')")
    (tmp_path / "grammar").mkdir()
    (tmp_path / "grammar" / "calc.lark").write_text("nonsense")
    answers = run(sys.executable, "-m", "calc_repl", "--json", "3^2000 > 2^3000", cwd=tmp_path, path=installed)
    assert '"ok": true' in answers


def test_checkout_answers_without_being_installed(clone: Path) -> None:
    assert run(sys.executable, "-m", "calc_repl", "1/3 + 1/6", cwd=clone) == "1/2 = 0.5\n"


def test_checkout_answers_from_another_folder(clone: Path, tmp_path: Path) -> None:
    assert run(sys.executable, "-m", "calc_repl", "1/3 + 1/6", cwd=tmp_path, path=clone) == "1/2 = 0.5\n"
