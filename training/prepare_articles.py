"""All corpora for the article heads, read once; their vectors and names by the finished model; training and calibration."""
import os
import pickle
from dataclasses import replace
from pathlib import Path

import torch

import article as network
import articles
import fit_article
import score_article
import vectors
import verbs
from gazetteer import Gazetteer

DEV = (("gum_dev", "gum", "train/coref/gum_dev.jsonl.xz"),)  # measured on, never trained on
SILVER = ("dwie",)                      # texts whose words the tables of verbs mark as well
UNMARKED = ("gum_quiet", "plover")      # those that they leave alone
LAYER_PASSES, LAYER_RATES = 4, (2e-4, 1e-3)  # rates of the layers and of the heads on them
AGAIN_PASSES, AGAIN_RATES = 2, (1e-4, 5e-4)  # the same where they have learnt before
HEADS = {"relations": (6, 7e-4), "coreference": (3, 5e-4), "events": (8, 2e-3)}  # passes and rate of each head on finished layers


def read(folder, prepared):
    """Articles of all corpora of data.tsv of role `article`, and those of the development files."""
    folder = Path(folder)
    context = articles.Context(prepared.pieces, Gazetteer(folder / "knowledge"), articles.demonyms_of(folder / "knowledge"),
                               articles.Meanings(), folder)
    found = []
    rows = [(r["name"], r["scheme"], r["file"]) for r in prepared.rows if r["role"] == "article"]
    for name, reader, file in [*rows, *DEV]:
        some = articles.READERS[reader](folder / file, context)
        for a in some:
            a.corpus, a.found, a.upos = name, [[] for _ in a.sentences], [["X"] * len(s.words) for s in a.sentences]
        found += [a for a in some if vectors.Place(a, 0).lengths]
        print(f"article: {name}: {len(some)} texts, {sum(len(s.words) for a in some for s in a.sentences)} words", flush=True)
    return found + articles.read_plover(folder / "dev/plover_gsr.json", context)


def stored(options, prepared, model):
    """All articles, with names and parts of speech noted, and the file of their vectors below the article layers."""
    path, store = options.work / "articles.pickle", options.work / "articles.vectors"
    if not path.exists():
        found = read(options.data, prepared)
        vectors.write(store, model, found, prepared.pieces, network.FROM)
        with open(path.with_suffix(".new"), "wb") as file:
            pickle.dump(found, file, protocol=5)
        os.replace(path.with_suffix(".new"), path)
    with open(path, "rb") as file:
        return pickle.load(file), store


def examples_of(found, store, tasks):
    """Examples of all articles that teach one of the tasks or measure it, by corpus."""
    where, content = vectors.read(store, found)
    out, tables = {}, verbs.Tables()
    for a, place in zip(found, where):
        twins = [a]
        if a.corpus in SILVER:
            twins.append(replace(a, corpus=a.corpus + "_events", task="events", events=[[None] * len(s.words) for s in a.sentences]))
        for twin in twins:
            if twin.task in tasks:
                if twin.task == "relations":
                    articles.add_found(twin)
                elif twin.task == "events" and twin.corpus not in UNMARKED:
                    verbs.mark(twin, tables)
                out.setdefault(twin.corpus, []).append(fit_article.Example(twin, place, content))
    return out


def sources(examples, repeat):
    """task -> [(examples to learn from, how often a pass sees them)]."""
    out = {}
    for corpus, some in examples.items():
        if corpus in repeat:
            out.setdefault(some[0].article.task, []).append(([e for e in some if not e.article.held], repeat[corpus]))
    return out


def report(heads, examples):
    """Scores on what no head learns from: corpus -> measure -> value."""
    out = {}
    for corpus, name in (("redocred", "Re-DocRED, each fifth document"), ("dwie", "DWIE, each fifth document")):
        found = score_article.relations_report(heads, [e for e in examples[corpus] if e.article.held], corpus)
        out[name] = {f"relations F1, {view}": round(value, 1) for view, value in found.items()}
    out["GUM dev"] = {"coreference": round(score_article.coreference_report(heads, examples["gum_dev"]), 1)}
    lines = score_article.calibrate_events(heads, marked(examples))
    out["PLOVER gold standard"] = {"event types, macro F1": round(score_article.events_report(heads, examples["plover"], lines), 1)}
    return out


def marked(examples):
    return [e for c in ("m2e2", "wikievents", "gum_quiet", "dwie_events", "ngec") for e in examples.get(c, ()) if e.article.held]


def calibrate(heads, examples):
    """Lines for all labels: relations and events on what was held out, coreference on GUM's development part."""
    held = [e for c in ("redocred", "dwie") for e in examples[c] if e.article.held]
    return {"relations": score_article.calibrate_relations(held, score_article.best_of_pairs(heads, held)),
            "coreference": score_article.calibrate_coreference(heads, examples["gum_dev"]),
            "events": score_article.calibrate_events(heads, marked(examples))}


def train(options, prepared, model, learnt=None):
    """The article heads over a finished model, their calibration and scores: first the article layers, with the two heads that
    they are for; then, on what these layers give, which is kept on disk too, each head by itself. learnt: heads to begin with."""
    found, store = stored(options, prepared, model)
    repeat = {r["name"]: float(r["repeat"]) for r in prepared.rows}
    repeat.update({c + "_events": repeat[c] for c in SILVER})
    torch.manual_seed(21)
    heads = learnt or network.ArticleHeads(model)
    passes, rates = (AGAIN_PASSES, AGAIN_RATES) if learnt else (LAYER_PASSES, LAYER_RATES)
    if network.LAYERS:
        examples = examples_of(found, store, {"relations", "coreference"})
        fit_article.Run("layers", options.work, heads, sources(examples, repeat), passes, layer_rate=rates[0],
                        head_rate=rates[1], eight_bits_from=0.8).fit()
        finished = store.with_suffix(".finished")
        if not finished.exists():
            vectors.finish(finished, heads, found, vectors.read(store, found)[1])
        store = finished
    heads.finished = True
    examples = examples_of(found, store, set(HEADS))
    for task, (passes, rate) in HEADS.items():
        tasks = {task: sources(examples, repeat)[task]}
        fit_article.Run(task, options.work, heads, tasks, passes, head_rate=rate, eight_bits_from=0.6).fit()
    return heads, calibrate(heads, examples), report(heads, examples)
