#!/usr/bin/env python3
"""Runs commands as a user does, and compares what they print.

    run_cases.py PROGRAM [--refresh] [NAME...]

A case is a folder under cases/: `cmd` (lines of shell), any input files, and what is expected: `expected_stdout`, `expected_stderr`,
`expected_status` (missing: nothing printed, status 0). Each runs in a folder of its own with its input files; `entente` is PROGRAM;
world.jsonl (extraction lines made by world.py) and world.db (built from them) lie there too. --refresh writes down what came
instead of comparing; look at the difference before you commit it.
"""
import argparse
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
EXPECTED = ("expected_stdout", "expected_stderr", "expected_status")


def environment(program):
    keep = {name: os.environ[name] for name in ("HOME", "ASAN_OPTIONS", "TSAN_OPTIONS") if name in os.environ}
    path = f"{program.parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"
    return dict(keep, PATH=path, COLUMNS="100", NO_COLOR="1", LC_ALL="C.UTF-8", TZ="America/New_York")


def run(command, folder, env):
    return subprocess.run(["sh", "-eu", "-c", command], cwd=folder, env=env, capture_output=True, timeout=300,
                          stdin=subprocess.DEVNULL)


def make_world(folder, env):
    world = subprocess.run([sys.executable, HERE / "world.py"], check=True, capture_output=True).stdout
    (folder / "world.jsonl").write_bytes(world)
    made = run("entente build world.jsonl -o world.db", folder, env)
    if made.returncode != 0:
        sys.exit(f"cannot build world.db: {made.stderr.decode()}")


def outcome(case, world, env):
    """What a case prints, as the expected files would hold it."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        for file in sorted(world.iterdir()):
            shutil.copy(file, folder)
        for file in sorted(case.iterdir()):
            if file.name in EXPECTED or file.name == "cmd":
                continue
            (shutil.copytree if file.is_dir() else shutil.copy)(file, folder / file.name)
        done = run((case / "cmd").read_text(), folder, env)
    return {"expected_stdout": done.stdout, "expected_stderr": done.stderr,
            "expected_status": f"{done.returncode}\n".encode() if done.returncode else b""}


def expected(case):
    return {name: (case / name).read_bytes() if (case / name).exists() else b"" for name in EXPECTED}


def refresh(case, came):
    for name, content in came.items():
        if content:
            (case / name).write_bytes(content)
        else:
            (case / name).unlink(missing_ok=True)


def report(case, came, wanted):
    print(f"FAILED {case.name}")
    for name in EXPECTED:
        if came[name] != wanted[name]:
            print(f"--- {name}, wanted:\n{wanted[name].decode(errors='replace')}"
                  f"+++ came:\n{came[name].decode(errors='replace')}")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("--refresh", action="store_true", help="write down what came as what is expected")
    parser.add_argument("names", nargs="*", help="cases; all of them by default")
    options = parser.parse_args()
    env = environment(options.program.resolve())
    names = options.names or sorted(case.name for case in (HERE / "cases").iterdir())
    failed = 0
    with tempfile.TemporaryDirectory() as temporary:
        world = pathlib.Path(temporary)
        make_world(world, env)
        for name in names:
            case = HERE / "cases" / name
            came = outcome(case, world, env)
            if options.refresh:
                refresh(case, came)
            elif came != expected(case):
                report(case, came, expected(case))
                failed += 1
    print(f"{len(names)} cases, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
