"""Corpora -> sentences with targets -> windows of whole sentences -> batches of tensors.

Everything is a function of the files and the seed; which batch comes when does not depend on where a run was cut."""
import gzip
import json
import lzma
import random
import re
import zlib
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import torch

import labels

WINDOW = 256  # pieces of a window, marks included
IGNORE = -100


@dataclass
class Sentence:
    words: list
    pieces: np.ndarray          # ids, all words in a row
    cases: np.ndarray
    first: np.ndarray           # for each word the index of its first piece
    tags: dict = field(default_factory=dict)  # 'upos', 'xpos', 'lemma', 'rel' -> ids; 'head' -> 0 is the root, n the n-th word
    names: np.ndarray = None    # for each word the number of a set of allowed tags
    soft: tuple = None          # (ids, probabilities) of the likeliest tags of each word, from the teacher
    raw: list = None            # what was read: conllu columns or native tags, for scoring
    silver: tuple = None        # of each word, by a teacher: head; likeliest heads, their probabilities; the same of labels


def lines_of(path):
    path = str(path)
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else (
        gzip.open(path, "rt", encoding="utf-8") if path.endswith(".gz") else open(path, encoding="utf-8"))
    with opened as file:
        for line in file:
            yield line.rstrip("\n")


def read_conllu(path):
    """Documents of sentences of rows (form, lemma, upos, xpos, head, deprel); split and empty words left out."""
    docs, rows = [[]], []
    for line in lines_of(path):
        if line.startswith("# newdoc") and docs[-1]:
            docs.append([])
        elif line[:1].isdigit():
            c = line.split("\t")
            if c[0].isdigit():
                rows.append((c[1], c[2], c[3], c[4], int(c[6]), c[7]))
        elif not line and rows:
            docs[-1].append(rows)
            rows = []
    if rows:
        docs[-1].append(rows)
    return [d for d in docs if d]


def read_iob(path):
    """Documents of sentences of rows (word, tag); without document marks, one document of all."""
    docs, rows = [[]], []
    for line in lines_of(path):
        parts = line.split("\t")
        if parts[0] == "-DOCSTART-":
            if docs[-1]:
                docs.append([])
        elif line:
            rows.append((parts[0], parts[-1]))
        elif rows:
            docs[-1].append(rows)
            rows = []
    if rows:
        docs[-1].append(rows)
    return [d for d in docs if d]


def read_tagged(path, folder="written/"):
    """Documents of sentences of rows (word, 'O') of a tagged file, those under a folder; tags and single words left out."""
    docs, rows, kept = [], [], False
    for line in lines_of(path):
        if line.startswith("# doc = "):
            docs.append([])
            kept = line[8:].startswith(folder)
        elif "\t" in line:
            rows.append((line.split("\t")[0], "O"))
        elif rows:
            if kept and len(rows) > 1:
                docs[-1].append(rows)
            rows = []
    return [d for d in docs if d]


def part_of(docs, share, block=20):
    """A share of the documents, the same each time; one long document is taken as blocks of sentences."""
    if share >= 1:
        return docs
    if len(docs) == 1:
        docs = [docs[0][i:i + block] for i in range(0, len(docs[0]), block)]
    return [d for i, d in enumerate(docs) if zlib.crc32(str(i).encode()) < share * 2**32]


TOKEN = re.compile(r"https?://\S+|(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Prof|St|No|vs|Jr|Sr)\."
                   r"|\d+(?:[.,:]\d+)*|\w+?(?=n['’]t\b)|n['’]t\b|['’](?:s|re|ve|ll|d|m)\b|\w+|\.{3}|--+|\S")
SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]*\s+(?=[\"“‘(]?[A-Z0-9])")
ABBREVIATED = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Dr|Gen|Sen|Gov|Rep|Lt|Col|Sgt|Prof|St|No|vs|Jr|Sr|[A-Z])\.)$")


def read_articles(path, share):
    """Documents of sentences of rows (word, 'O') of plain articles, split by simple rules; a share of them, by checksum."""
    docs = []
    for line in lines_of(path):
        if zlib.crc32(line.encode()) >= share * 2**32:
            continue
        doc = []
        for paragraph in json.loads(line)["text"].split("\n"):
            rest = []
            for part in SENTENCE_END.split(paragraph):
                rest.append(part)
                if ABBREVIATED.search(part):
                    continue
                rows = [(t, "O") for t in TOKEN.findall(" ".join(rest))]
                rest = []
                if rows:
                    doc.append(rows)
            rows = [(t, "O") for t in TOKEN.findall(" ".join(rest))]
            if rows:
                doc.append(rows)
        if doc:
            docs.append(doc)
    return docs


class Inventory:
    """Label lists that come from the data, and the sets of allowed name tags seen."""

    def __init__(self):
        self.lists = {"upos": list(labels.UPOS), "xpos": [], "lemma": [], "rel": []}
        self.ids = {}
        self.sets, self.set_ids = [], {}

    def count(self, docs):
        xpos, lemma, rel = Counter(), Counter(), Counter()
        for doc in docs:
            for rows in doc:
                xpos.update(r[3] for r in rows)
                lemma.update(labels.lemma_rule(r[0], r[1]) for r in rows)
                rel.update(r[5] for r in rows)
        at_least = lambda counter, n: sorted((k for k, v in counter.items() if v >= n), key=lambda k: (-counter[k], k))
        self.lists["xpos"], self.lists["lemma"] = at_least(xpos, 3), at_least(lemma, 3)
        self.lists["rel"] = at_least(rel, 2)
        self.ids = {k: {v: i for i, v in enumerate(l)} for k, l in self.lists.items()}

    def set_id(self, allowed):
        if allowed not in self.set_ids:
            self.set_ids[allowed] = len(self.sets)
            self.sets.append(allowed)
        return self.set_ids[allowed]

    def masks(self):
        m = torch.full((len(self.sets) + 1, len(labels.NAME_TAGS)), -1e4)
        for i, s in enumerate(self.sets):
            m[i, sorted(s)] = 0.0
        m[-1] = 0.0
        return m


def sentence(words, pieces, raw=None):
    ids, cases, first = [], [], []
    for w in words:
        i, c = pieces.word(w)
        first.append(len(ids))
        ids += i
        cases += c
    return Sentence(list(words), np.array(ids, np.int32), np.array(cases, np.int8), np.array(first, np.int32), raw=raw)


def from_conllu(docs, pieces, inventory):
    out = []
    for doc in docs:
        made = []
        for rows in doc:
            s = sentence([r[0] for r in rows], pieces, raw=rows)
            of = lambda kind, value: inventory.ids[kind].get(value, IGNORE)
            s.tags = {"upos": np.array([of("upos", r[2]) for r in rows], np.int16),
                      "xpos": np.array([of("xpos", r[3]) for r in rows], np.int16),
                      "lemma": np.array([of("lemma", labels.lemma_rule(r[0], r[1])) for r in rows], np.int16),
                      "head": np.array([r[4] for r in rows], np.int16),
                      "rel": np.array([of("rel", r[5]) for r in rows], np.int16)}
            made.append(s)
        out.append(made)
    return out


def from_iob(docs, pieces, inventory, scheme, gazetteer):
    out = []
    for doc in docs:
        made = []
        for rows in doc:
            words = [r[0] for r in rows]
            s = sentence(words, pieces, raw=[r[1] for r in rows])
            if scheme:
                allowed = labels.allowed_tags(words, s.raw, scheme, gazetteer)
                s.names = np.array([inventory.set_id(a) for a in allowed], np.int32)
            made.append(s)
        out.append(made)
    return out


def in_capitals(s, pieces):
    """The sentence as a headline in capitals has it; targets stay."""
    t = sentence([w.upper() for w in s.words], pieces)
    t.tags, t.names, t.soft = dict(s.tags), s.names, s.soft
    t.tags.pop("lemma", None)
    return t


def windows(docs, rng=None, limit=WINDOW):
    """Whole sentences of one document in a row while they fit; a sentence too long for any window is left out.
    With rng, the first window of a document is cut short at random, so that neighbours change from pass to pass."""
    out = []
    for doc in docs:
        room = (rng.randrange(limit // 4, limit) if rng and len(doc) > 1 else limit) - 1
        now = []
        for s in doc:
            need = len(s.pieces) + 1
            if need > limit - 1:
                continue
            if need > room and now:
                out.append(now)
                now, room = [], limit - 1
            now.append(s)
            room -= need
        if now:
            out.append(now)
    return out


def length_of(window):
    return 1 + sum(len(s.pieces) + 1 for s in window)


def batches(all_windows, rng, pieces_per_batch):
    """Windows of like length together, batches in random order."""
    order = sorted(range(len(all_windows)), key=lambda i: (length_of(all_windows[i]) // 24, rng.random()))
    out, now, longest = [], [], 0
    for i in order:
        longest_then = max(longest, length_of(all_windows[i]))
        if now and longest_then * (len(now) + 1) > pieces_per_batch:
            out.append(now)
            now, longest_then = [], length_of(all_windows[i])
        now.append(all_windows[i])
        longest = longest_then
    if now:
        out.append(now)
    rng.shuffle(out)
    return out


@dataclass
class Batch:
    pieces: torch.Tensor   # [windows, pieces]
    cases: torch.Tensor
    lengths: torch.Tensor
    first: torch.Tensor    # [words] index into the flattened pieces
    names: torch.Tensor    # [words] number of the set of allowed tags; the last set allows all
    soft_at: torch.Tensor  # [k] words that have teacher's probabilities
    soft_ids: torch.Tensor
    soft_p: torch.Tensor
    tags: dict             # 'upos', 'xpos', 'lemma' -> [words]
    nodes: torch.Tensor    # [sentences with trees, longest + 1] index into the flattened pieces, the root first
    node_mask: torch.Tensor
    heads: torch.Tensor    # [sentences, longest + 1], IGNORE at the root and past the end
    rels: torch.Tensor
    word_count: int = 0
    silver: tuple = None   # words with a teacher's tree: sentence, place in it, then as in Sentence.silver
    below: torch.Tensor = None  # [windows, pieces, hidden] of a layer that stays as it is, instead of what `pieces` would give


def collate(group, pieces, sets):
    width = max(length_of(w) for w in group)
    ids = np.full((len(group), width), pieces.pad, np.int64)
    cases = np.full((len(group), width), 4, np.int64)
    lengths, first, names, trees, silver = [], [], [], [], []
    tags = {k: [] for k in ("upos", "xpos", "lemma")}
    soft_at, soft_ids, soft_p = [], [], []
    for row, window in enumerate(group):
        ids[row, 0] = pieces.start
        at = 1
        for s in window:
            n = len(s.pieces)
            ids[row, at:at + n], cases[row, at:at + n] = s.pieces, s.cases
            ids[row, at + n] = pieces.end
            flat = row * width + at + s.first.astype(np.int64)
            if s.soft is not None:
                soft_at.append(np.arange(len(flat)) + sum(map(len, first)))
                soft_ids.append(s.soft[0])
                soft_p.append(s.soft[1])
            first.append(flat)
            names.append(s.names if s.names is not None else np.full(len(flat), sets, np.int32))
            for k in tags:
                tags[k].append(s.tags.get(k, np.full(len(flat), IGNORE, np.int16)))
            if "head" in s.tags or s.silver is not None:
                if s.silver is not None:
                    silver.append((np.full(len(flat), len(trees)), np.arange(1, len(flat) + 1), *s.silver))
                unknown = np.full(len(flat), IGNORE, np.int16)
                trees.append((np.concatenate([[row * width + at - 1], flat]), s.tags.get("head", unknown), s.tags.get("rel", unknown)))
            at += n + 1
        lengths.append(at)
    longest = max((len(t[0]) for t in trees), default=0)
    nodes = np.zeros((len(trees), longest), np.int64)
    mask = np.zeros((len(trees), longest), bool)
    heads = np.full((len(trees), longest), IGNORE, np.int64)
    rels = np.full((len(trees), longest), IGNORE, np.int64)
    for i, (node, head, rel) in enumerate(trees):
        nodes[i, :len(node)], mask[i, :len(node)] = node, True
        heads[i, 1:len(node)], rels[i, 1:len(node)] = head, rel
    cat = lambda parts, kind: torch.from_numpy(np.concatenate(parts).astype(kind)) if parts else torch.zeros(0, dtype=torch.long)
    return Batch(torch.from_numpy(ids), torch.from_numpy(cases), torch.tensor(lengths), cat(first, np.int64),
                 cat(names, np.int64), cat(soft_at, np.int64), cat(soft_ids, np.int64), cat(soft_p, np.float32),
                 {k: cat(v, np.int64) for k, v in tags.items()}, torch.from_numpy(nodes), torch.from_numpy(mask),
                 torch.from_numpy(heads), torch.from_numpy(rels), sum(map(len, first)),
                 tuple(cat(part, np.float32 if i in (4, 6) else np.int64) for i, part in enumerate(zip(*silver))) or None)


def one_pass(sources, pieces, seed, number, pieces_per_batch, capitals=0.04):
    """All batches of one pass. sources: [(docs, repeat)]; the part of a repeat behind the point is a share of the windows."""
    rng = random.Random(f"{seed}/{number}")
    found = []
    for docs, repeat in sources:
        for _ in range(int(repeat)):
            found += windows(docs, rng)
        if repeat % 1:
            found += [w for w in windows(docs, rng) if rng.random() < repeat % 1]
    changed = [[in_capitals(s, pieces) for s in w] if rng.random() < capitals else w for w in found]
    changed = [w for w in changed if length_of(w) <= 2 * WINDOW]
    return batches(changed, rng, pieces_per_batch)
