"""What the program does in a second: reading, building, exporting, answering. Prints a table; needs nothing but the program.

    script/bench [ARTICLES]        a file of articles (JSON Lines, packed or not); else the examples, many times over

Each figure is the better of two runs, start-up included. Where Python has spaCy with en_core_web_sm, it reads the same texts
on one core in the same run."""
import argparse
import gzip
import json
import os
import pathlib
import random
import subprocess
import sys
import tempfile
import time

HERE = pathlib.Path(__file__).resolve().parent.parent
RUNS = 2
BODIES, STATEMENTS = 100_000, 20  # of the graph that is exported: entities, and relations of an article


def seconds(*command):
    """The least time of some runs of a command."""
    times = []
    for _ in range(RUNS):
        started = time.perf_counter()
        subprocess.run([str(c) for c in command], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        times.append(time.perf_counter() - started)
    return min(times)


def say(what, amount, unit, took):
    print(f"  {what:<44} {amount / took:>12,.0f} {unit}/s   {took:8.2f} s", flush=True)


def examples(folder):
    """The examples under new ids until there are enough words to time."""
    rows = []
    for file in sorted((HERE / "examples").rglob("*.jsonl")):
        rows += [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines() if line.strip()]
    if not rows:
        sys.exit("no articles under examples/; name a file of articles")
    path = folder / "articles.jsonl"
    with path.open("w", encoding="utf-8") as out:
        for copy in range(1 + 120 // len(rows)):
            for row in rows:
                out.write(json.dumps({**row, "id": f"{row.get('id', '')}-{copy}"}, ensure_ascii=False) + "\n")
    return path


def texts_of(path):
    opened = gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")
    with opened as lines:
        return [json.loads(line).get("text", "") for line in lines if line.strip()]


def spacy_seconds(texts):
    try:
        import spacy
        reader = spacy.load("en_core_web_sm")
    except (ImportError, OSError):
        return None
    started = time.perf_counter()
    for _ in reader.pipe(texts):
        pass
    return time.perf_counter() - started


def statements(count, path):
    """Extraction lines of articles that state `count` relations between random bodies."""
    chance = random.Random(1)
    text = "Body one opposes body two in the town. Another sentence."
    with path.open("w", encoding="utf-8") as out:
        for number in range(count // STATEMENTS):
            bodies = chance.sample(range(BODIES), STATEMENTS)
            out.write(json.dumps({
                "schema": "entente/extraction/1",
                "article": {"id": f"a{number}", "title": "A title", "published": f"20{10 + number % 15}-0{1 + number % 9}-11",
                            "source": "Wire", "url": None, "language": "en", "text": text},
                "sentences": [[0, 38], [39, 56]],
                "entities": [{"kind": "organisation", "type": "company", "name": f"Body {b}", "key": f"organisation/body-{b}",
                              "country": None, "sector": None, "links": {}} for b in bodies],
                "mentions": [{"begin": 0, "end": 4, "form": "name", "kind": "organisation", "entity": k} for k in range(STATEMENTS)],
                "relations": [{"type": "opposes" if k % 2 else "member_of", "property": None, "inverse": False, "subject": k,
                               "object": (k + 7) % STATEMENTS, "role": None, "start": None, "end": None, "negated": False, "past": False,
                               "background": False, "evidence": [0, 38], "confidence": 0.9, "rule": "bench"} for k in range(STATEMENTS)],
                "events": []}) + "\n")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("articles", nargs="?", type=pathlib.Path)
    parser.add_argument("--program", type=pathlib.Path, default=HERE / "build/release/entente")
    parser.add_argument("--edges", type=int, default=1_000_000, help="of the graph that is exported; 0: none (1,000,000)")
    options = parser.parse_args()
    program, cores = options.program, os.cpu_count()
    with tempfile.TemporaryDirectory() as temporary:
        folder = pathlib.Path(temporary)
        articles = options.articles or examples(folder)
        texts = texts_of(articles)
        words = sum(len(text.split()) for text in texts)
        print(f"{len(texts):,} articles, {words:,} words; {cores} cores\n")
        for kernel in ("portable", "avx2", "avx512vnni"):
            try:
                say(f"parse, one core, {kernel}", words, "words", seconds(program, "parse", "-j", 1, "--kernel", kernel, articles))
            except subprocess.CalledProcessError:
                print(f"  parse, one core, {kernel:<30} not on this machine")
        say("extract, one core", words, "words", seconds(program, "extract", "-j", 1, articles))
        say(f"parse, {cores} cores", words, "words", seconds(program, "parse", articles))
        say(f"extract, {cores} cores", words, "words", seconds(program, "extract", articles))
        if took := spacy_seconds(texts):
            say("spaCy en_core_web_sm, one core", words, "words", took)
        else:
            print("  spaCy with en_core_web_sm is not installed")
        graph = folder / "world.db"
        say("build", words, "words", seconds("sh", "-c", f"rm -f '{graph}'; '{program}' build '{articles}' -o '{graph}'"))
        if options.edges:
            lines, big = folder / "lines.jsonl", folder / "big.db"
            statements(options.edges, lines)
            subprocess.run([program, "build", lines, "-o", big], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            print(f"\n  a graph of {options.edges:,} relations")
            for ending in ("gexf", "graphml", "csv", "jsonl"):
                out = folder / f"big.{ending}"
                took = seconds(program, "export", big, "--to", out, "--overwrite", "--layout", "none")
                size = sum(file.stat().st_size for file in folder.glob(f"big*.{ending}"))
                say(f"export {ending}, {size / 1e6:,.0f} MB", size / 1e6, "MB", took)
            say("neighbours, opening included", 1, "questions", seconds(program, "neighbours", big, "Body 7"))


if __name__ == "__main__":
    main()
