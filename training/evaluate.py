"""Scores a network on the development files, the way the project's bars are stated.

Names are scored as strict spans with labels, our labels put into the corpus's terms; labels outside people, countries,
organisations, places and events are left out where the corpus has them. Trees are scored on gold words; punctuation
counts; LAS over the universal part of a label and over all of it."""
import argparse
from pathlib import Path

import numpy as np
import torch

import data
import labels
import reference
from decode import best_tags, best_tree, spans_of_path


def split(label):
    return (label.split(".") + [""])[:2]


def crossner(label):
    kind, type_ = split(label)
    if kind == "person":
        return "politician" if type_ == "politician" else "person"
    if kind == "organisation":
        return "politicalparty" if type_ == "party" else "organisation"
    if kind == "event":
        return "election" if type_ == "election" else "event"
    return {"country": "country", "place": "location"}.get(kind, "misc")


def conll(label):
    return {"person": "PER", "organisation": "ORG", "country": "LOC", "place": "LOC"}.get(split(label)[0], "MISC")


def worldwide(label):
    if label == "demonym":
        return "NORP"
    return {"person": "Person", "organisation": "Organization", "country": "Location", "place": "Location"}.get(split(label)[0])


WORLDWIDE_IGNORED = {"Date", "Misc", "Money", "Product", "Facility", "NORP"}
NAME_FILES = {  # dev file -> title, mapping, labels left out
    "worldwide_dev.iob2": ("names, Worldwide dev", worldwide, WORLDWIDE_IGNORED),
    "crossner_politics_dev.iob2": ("names, CrossNER politics dev", crossner, set()),
    "conll2003_dev.iob2": ("names, CoNLL-2003 dev", conll, set()),
}
TREE_FILES = {"train/conllu/en_ewt-ud-dev.conllu.xz": "EWT dev", "train/conllu/en_gum-ud-dev.conllu.xz": "GUM dev"}

# ---- running the network


def annotated(model, docs, pieces, what, fast=False):
    """Runs the network over documents; yields (sentence, scores) where scores has the arrays that `what` names:
    'names' log-probabilities, 'upos', 'xpos', 'lemma' scores; for 'arcs' the heads and labels of the best tree.
    fast: products in bf16."""
    model.eval()
    order = sorted(data.windows(docs), key=data.length_of)
    group, groups = [], []
    for w in order:
        if group and data.length_of(w) * (len(group) + 1) > 4096:
            groups.append(group)
            group = []
        group.append(w)
    groups += [group] if group else []
    for group in groups:
        batch = data.collate(group, pieces, 0)
        with torch.no_grad():
            with torch.autocast("cpu", torch.bfloat16, enabled=fast):
                x = model.encode(batch)
            words = x[batch.first].float()
            out = {}
            if "names" in what:
                out["names"] = torch.log_softmax(model.names(words), -1).numpy()
            for kind in ("upos", "xpos", "lemma"):
                if kind in what:
                    out[kind] = getattr(model, kind)(words).numpy()
            if "arcs" in what:
                dependent, head, ends_d, ends_h = model.tree.project(x[batch.nodes].float())
                arcs = model.tree.arcs(dependent, head, batch.node_mask).numpy()
        at = tree = 0
        for window in group:
            for s in window:
                n = len(s.words)
                mine = {k: v[at:at + n] for k, v in out.items()}
                at += n
                if "arcs" in what and "head" in s.tags:
                    mine["heads"] = best_tree(arcs[tree, :n + 1, :n + 1])
                    with torch.no_grad():
                        rel = model.tree.labels(ends_d[tree, 1:n + 1], ends_h[tree, torch.from_numpy(np.array(mine["heads"]))])
                    mine["rels"] = rel.numpy().argmax(1)
                    tree += 1
                yield s, mine


def f1(hit, predicted, gold):
    p, r = hit / max(1, predicted), hit / max(1, gold)
    return 2 * p * r / max(1e-9, p + r)


def torch_reader(model, pieces):
    """Documents -> (sentence, {names: tags, upos, xpos, lemma, head, rel: numbers}) by the network."""
    def read(docs):
        what = {"names", "upos", "xpos", "lemma"} | ({"arcs"} if any("head" in s.tags for d in docs for s in d) else set())
        for s, a in annotated(model, docs, pieces, what):
            yield s, {"names": best_tags(a["names"]), "head": a.get("heads"), "rel": a.get("rels"),
                      **{k: a[k].argmax(1) for k in ("upos", "xpos", "lemma")}}
    return read


def file_reader(reader):
    """The same by the exact arithmetic of a model file (reference.Reference)."""
    def read(docs):
        for window in data.windows(docs):
            yield from zip(window, reader.read([s.words for s in window])[0])
    return read


def score_names(read, docs, mapping, ignored):
    """(F1, F1 of spans alone); sentences too long for a window count as missed."""
    found = {id(s): f["names"] for s, f in read(docs)}
    hit = predicted = gold = span_hit = 0
    for s in (s for d in docs for s in d):
        all_gold = set(labels.spans_of(s.raw))
        want = {g for g in all_gold if g[2] not in ignored}
        outside = {g[:2] for g in all_gold if g[2] in ignored}
        have = {(b, e, mapping(t)) for b, e, t in spans_of_path(found.get(id(s), []))}
        have = {h for h in have if h[2] and h[2] not in ignored and h[:2] not in outside}
        hit, predicted, gold = hit + len(want & have), predicted + len(have), gold + len(want)
        span_hit += len({w[:2] for w in want} & {h[:2] for h in have})
    return 100 * f1(hit, predicted, gold), 100 * f1(span_hit, predicted, gold)


def score_trees(read, docs, lists):
    right = dict.fromkeys(("UPOS", "XPOS", "lemma", "UAS", "LAS", "LAS with subtypes"), 0)
    for s, f in read(docs):
        for i, (form, lemma, upos, xpos, head, rel) in enumerate(s.raw):
            right["UPOS"] += lists["upos"][f["upos"][i]] == upos
            right["XPOS"] += lists["xpos"][f["xpos"][i]] == xpos
            right["lemma"] += labels.apply_rule(form, lists["lemma"][f["lemma"][i]]) == lemma
            if f["head"][i] == head:
                found = lists["rel"][f["rel"][i]]
                right["UAS"] += 1
                right["LAS"] += found.split(":")[0] == rel.split(":")[0]
                right["LAS with subtypes"] += found == rel
    words = sum(len(s.words) for d in docs for s in d)
    return {k: 100 * v / words for k, v in right.items()}


def dev_files(folder, pieces, inventory):
    """What the bars are measured on: (title, documents, scorer)."""
    folder = Path(folder)
    for file, (title, mapping, ignored) in NAME_FILES.items():
        docs = data.from_iob(data.read_iob(folder / "dev" / file), pieces, inventory, None, None)
        yield title, docs, lambda read, docs, m=mapping, i=ignored: dict(zip(("F1", "spans alone"), score_names(read, docs, m, i)))
    for file, title in TREE_FILES.items():
        docs = data.from_conllu(data.read_conllu(folder / file), pieces, inventory)
        yield title, docs, lambda read, docs: score_trees(read, docs, inventory.lists)


def report(read, folder, pieces, inventory, say=print, share=1.0):
    """Scores on all development files, or on a share of their documents; {title: {measure: value}}."""
    scores = {}
    for title, docs, score in dev_files(folder, pieces, inventory):
        scores[title] = score(read, data.part_of(docs, share))
        say(f"{title:<28} " + "  ".join(f"{k} {v:.2f}" for k, v in scores[title].items()))
    return scores


def report_file(path, folder, share=1.0):
    """Scores a model file by its exact arithmetic."""
    reader = reference.Reference(reference.ModelFile(path))
    inventory = data.Inventory()
    inventory.lists = reader.file.labels
    inventory.ids = {k: {v: i for i, v in enumerate(l)} for k, l in inventory.lists.items()}
    return report(file_reader(reader), folder, reader.file.pieces, inventory, share=share)


def main():
    parser = argparse.ArgumentParser(description="Scores a model file on the development files.")
    parser.add_argument("file")
    parser.add_argument("--data", required=True)
    parser.add_argument("--share", type=float, default=1.0, help="share of the documents to score on")
    options = parser.parse_args()
    report_file(options.file, options.data, options.share)


if __name__ == "__main__":
    main()
