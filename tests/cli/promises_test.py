#!/usr/bin/env python3
"""The graph is a function of the set of articles: the real program, on real articles, gives the same bytes for any order, number
of threads and number of runs, and goes on after a kill.

    promises_test.py PROGRAM ARTICLES
"""
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

program, articles = sys.argv[1], Path(sys.argv[2])


def entente(*arguments, status=0):
    run = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True)
    if run.returncode != status:
        sys.exit(f"entente {' '.join(map(str, arguments))}: status {run.returncode}, not {status}\n{run.stderr}")
    return run.stdout


def exported(db):
    """Everything a graph file holds, as bytes."""
    return [entente("export", db, "--as", kind, "--view", view, "--isolated", "--with", "negated,denied,hypothetical",
                    "--min-confidence", "0")
            for kind in ("graphml", "jsonl") for view in ("entities", "events")]


def same(name, db, expected):
    if exported(db) != expected:
        sys.exit(f"{name}: the exports differ")
    print(f"ok: {name}")


def many_articles(path, count):
    """The example articles again and again, as different articles."""
    rows = [json.loads(line) for line in entente("extract", articles, "--with-text").splitlines()]
    with path.open("w", encoding="utf-8") as file:
        for n in range(count):
            article = rows[n % len(rows)]["article"]
            row = {"id": f"copy-{n}", "title": article["title"], "published": article["published"], "text": article["text"]}
            file.write(json.dumps(row) + "\n")


def killed_build(source, db):
    """Starts builds and kills them until one has left a part of the articles behind."""
    for delay in (0.3, 0.2, 0.1, 0.05):
        Path(db).unlink(missing_ok=True)
        process = subprocess.Popen([program, "build", str(source), "-o", str(db)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 20
        while not Path(db).exists() and time.monotonic() < deadline:
            time.sleep(0.01)
        time.sleep(delay)
        finished = process.poll() is not None
        process.send_signal(signal.SIGKILL)
        process.wait()
        if not finished:
            return True
    return False


def main():
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        files = sorted(p for p in articles.iterdir() if p.suffix in (".txt", ".html", ".jsonl"))
        entente("build", *files, "-o", folder / "one.db", "--threads", "1")
        expected = exported(folder / "one.db")
        if "person:xi-jinping" not in expected[0]:
            sys.exit("the articles give no graph to compare")

        entente("build", *files, "-o", folder / "threads.db", "--threads", "8")
        same("eight threads as one", folder / "threads.db", expected)

        for seed in range(3):
            order = files[:]
            random.Random(seed).shuffle(order)
            entente("build", *order, "-o", folder / f"order{seed}.db")
            same(f"order {seed}", folder / f"order{seed}.db", expected)

        for file in reversed(files):
            entente("build", file, "-o", folder / "runs.db")
        same("a run for each file", folder / "runs.db", expected)
        entente("build", *files, "-o", folder / "runs.db")
        same("the same articles added again", folder / "runs.db", expected)

        half = len(files) // 2
        entente("build", *files[half - 1:], "-o", folder / "late.db")
        entente("build", *files[:half], "-o", folder / "early.db")
        entente("merge", folder / "late.db", folder / "early.db", "-o", folder / "merged.db")
        same("two files merged", folder / "merged.db", expected)

        many_articles(folder / "many.jsonl", 150)
        entente("build", folder / "many.jsonl", "-o", folder / "whole.db")
        whole = exported(folder / "whole.db")
        if not killed_build(folder / "many.jsonl", folder / "killed.db"):
            print("skipped: the build was faster than its killer")
        else:
            entente("build", folder / "many.jsonl", "-o", folder / "killed.db")
            same("a killed build that went on", folder / "killed.db", whole)

        bad = folder / "bad"
        bad.mkdir()
        (bad / "broken.jsonl").write_text('{"text": "China condemned Japan."}\n{"text": \n{"text": "It rained."}\n')
        (bad / "empty.html").write_text("")
        (bad / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(100))
        run = subprocess.run([program, "build", str(bad), "-o", str(folder / "bad.db")], capture_output=True, text=True)
        for name in ("broken.jsonl", "line 2", "empty.html", "picture.png"):
            if name not in run.stderr:
                sys.exit(f"bad input: {name!r} is not named in:\n{run.stderr}")
        if run.returncode != 1 or "2" not in run.stdout:
            sys.exit(f"bad input: status {run.returncode}, said {run.stdout}")
        print("ok: bad files are named and skipped, the rest goes on")


os.environ["TZ"] = "Asia/Tokyo"
main()
