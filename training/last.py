"""The encoder's last layer and the heads on it, trained again on kept vectors of the layer below: a pass takes a sixth
of the time, and what else stands on that layer stays as it is to the bit.

A second network, all of which learns trees and little else, reads open texts; the last layer learns from its trees too."""
import pickle
import random

import numpy as np
import torch
import torch.nn.functional as F

import data
import fit
import model as network
from decode import best_tree

TREES = ("ewt", "gum", "gentle")
VERSIONS = {"ewt": 3, "gum": 3, "politics": 2}  # windows cut in other places for each pass in turn
TREES_FROM = {"masc": 0.5, "wikinews": 0.5, "gmb": 0.3}  # texts with a teacher's trees; share of each that a pass sees
PASSES, REST = 4, 0.5  # how often; how much of all other corpora, of what data.tsv says
MASKED, LIKELIEST = 0.06, 5  # pieces hidden from the teacher; heads and labels of a word that it hands on
CAPITALS = 0.04  # windows as headlines have them


class Window(list):
    """Sentences of a window, and the vectors of its pieces below the last layer."""
    vectors = None


def windows_of(prepared, name, version):
    """Windows of a corpus; a few in capitals. The same for each run."""
    rng = random.Random(f"last/{name}/{version}")
    found = data.windows(prepared.docs[name], rng)
    found = [[data.in_capitals(s, prepared.pieces) for s in w] if rng.random() < CAPITALS else w for w in found]
    return [Window(w) for w in found if data.length_of(w) <= data.WINDOW]


def keep(path, model, windows, pieces, at_once=4096):
    """Writes the vectors below the last layer of all windows in a row, as 8 bits give them, unless they lie there; hands
    each window its own."""
    lengths = [data.length_of(w) for w in windows]
    begins = np.cumsum([0] + lengths)
    shape = (int(begins[-1]), model.sizes.hidden)
    if not path.exists():
        beside = path.with_suffix(".new")
        out = np.memmap(beside, np.float16, "w+", shape=shape)
        model.eval()
        model.mode.eight_bits = True
        for group in grouped(lengths, at_once):
            batch = data.collate([windows[i] for i in group], pieces, 0)
            with torch.no_grad():
                low, _ = model.encoder.both(batch.pieces, batch.cases, batch.lengths, model.sizes.layers - 1)
            for row, i in enumerate(group):
                out[begins[i]:begins[i + 1]] = low[row, :lengths[i]].numpy().astype(np.float16)
        out.flush()
        beside.rename(path)
    kept = np.memmap(path, np.float16, "r", shape=shape)
    for i, w in enumerate(windows):
        w.vectors = kept[begins[i]:begins[i + 1]]


def grouped(lengths, at_once):
    """Numbers of windows of like length, as many as fit."""
    groups = [[]]
    for i in sorted(range(len(lengths)), key=lengths.__getitem__):
        if groups[-1] and lengths[i] * (len(groups[-1]) + 1) > at_once:
            groups.append([])
        groups[-1].append(i)
    return groups


class TreeTeacher(fit.Run):
    """All layers, on trees; some pieces are hidden, so that it does not go by words alone."""

    def collate(self, group, sets):
        batch, pieces = super().collate(group, sets), self.prepared.pieces
        inside = (batch.pieces != pieces.start) & (batch.pieces != pieces.end) & (batch.pieces != pieces.pad)
        batch.pieces[inside & (torch.rand(batch.pieces.shape) < MASKED)] = pieces.vocabulary.index("[MASK]")
        return batch


def teach(work, prepared, model):
    weights = {"upos": 0.3, "xpos": 0.3, "lemma": 0.1, "arc": 1.0, "rel": 1.0}
    sources = [(prepared.docs[name], 1) for name in TREES]
    return TreeTeacher("tree_teacher", work, model, prepared, sources, passes=3, seed=31, encoder_rate=2e-4, head_rate=6e-4,
                       decay=1.0, weights=weights).fit()


def with_vectors(group, pieces, sets):
    """A batch that begins at the last layer."""
    batch = data.collate(group, pieces, sets)
    below = np.zeros((*batch.pieces.shape, group[0].vectors.shape[1]), np.float32)
    for row, window in enumerate(group):
        below[row, :len(window.vectors)] = window.vectors
    batch.below = torch.from_numpy(below)
    return batch


def silver(path, teacher, model, windows, pieces):
    """Gives the sentences of windows with kept vectors the trees that teacher and model together find likeliest."""
    if not path.exists():
        found = [None] * len(windows)
        for reader, eight_bits in ((teacher, False), (model, True)):
            reader.eval()
            reader.mode.eight_bits = eight_bits
        for group in grouped([data.length_of(w) for w in windows], 4096):
            for i, trees in zip(group, trees_of(teacher, model, [windows[i] for i in group], pieces), strict=True):
                found[i] = trees
        with open(path.with_suffix(".new"), "wb") as file:
            pickle.dump(found, file, protocol=5)
        path.with_suffix(".new").rename(path)
    with open(path, "rb") as file:
        for window, trees in zip(windows, pickle.load(file), strict=True):
            for s, tree in zip(window, trees, strict=True):
                s.silver = tree


def trees_of(teacher, model, group, pieces):
    """For each window of a batch, Sentence.silver of its sentences."""
    for s in (s for w in group for s in w):
        s.tags = {**s.tags, "head": np.zeros(len(s.words), np.int16), "rel": np.zeros(len(s.words), np.int16)}
    batch = with_vectors(group, pieces, 0)
    arcs, ends = 0, []
    for reader, fast in ((model, False), (teacher, True)):
        with torch.no_grad():
            with torch.autocast("cpu", torch.bfloat16, enabled=fast):
                x = reader.encode(batch)
            dependent, head, *labels = reader.tree.project(x[batch.nodes].float())
            arcs = arcs + F.log_softmax(reader.tree.arcs(dependent, head, batch.node_mask), -1) / 2
        ends.append((reader, labels))
        batch.below = None  # the teacher has its own
    likeliest, ids = F.pad(F.softmax(arcs, -1), (0, LIKELIEST)).topk(LIKELIEST, -1)
    row, found = 0, []
    for window in group:
        trees = []
        for s in window:
            n = len(s.words)
            heads = torch.from_numpy(np.array(best_tree(arcs[row, :n + 1, :n + 1].numpy())))
            with torch.no_grad():
                rel = sum(F.log_softmax(r.tree.labels(d[row, 1:n + 1], h[row, heads]), -1) / 2 for r, (d, h) in ends)
            label_p, label_ids = F.softmax(rel, -1).topk(LIKELIEST, -1)
            trees.append((heads.numpy().astype(np.int16), ids[row, 1:n + 1].numpy().astype(np.int16),
                          likeliest[row, 1:n + 1].numpy().astype(np.float16), label_ids.numpy().astype(np.int16),
                          label_p.numpy().astype(np.float16)))
            s.tags = {k: v for k, v in s.tags.items() if k not in ("head", "rel")}
            row += 1
        found.append(trees)
    return found


class Last(fit.Run):
    """The last layer and its heads. sources: {(corpus, version): windows}; shares: {corpus: how often a pass sees it}."""

    def __init__(self, work, model, prepared, sources, shares, passes):
        super().__init__("last", work, model, prepared, sources, passes=passes, seed=41, encoder_rate=2e-4, head_rate=6e-4,
                         eight_bits_from=0.6, decay=1.0)
        self.shares = shares

    def plan(self, number):
        rng, found = random.Random(f"{self.seed}/{number}"), []
        for name, share in self.shares.items():
            windows = self.sources[name, number % VERSIONS.get(name, 1)]
            found += windows * int(share) + [w for w in windows if rng.random() < share % 1]
        return data.batches(found, rng, self.pieces_per_batch)

    def collate(self, group, sets):
        return with_vectors(group, self.prepared.pieces, sets)


def fit_last(work, prepared, model, teacher, passes=PASSES):
    """model: as `quantise` left it; what it has below its last layer is not touched."""
    if (work / "last.done").exists():
        return Last(work, model, prepared, {}, {}, 0).fit()
    folder = work / "below"
    folder.mkdir(exist_ok=True)
    sources, shares = {}, {}
    for row in prepared.rows:
        name = row["name"]
        if row["role"] not in ("train", "text", "silver"):
            continue
        for version in range(VERSIONS.get(name, 1)):
            sources[name, version] = windows_of(prepared, name, version)
            keep(folder / f"{name}.{version}", model, sources[name, version], prepared.pieces)
        shares[name] = 1.0 if name in TREES else TREES_FROM.get(name, float(row["repeat"]) * REST)
        if name in TREES_FROM:
            silver(folder / f"{name}.silver", teacher, model, sources[name, 0], prepared.pieces)
        print(f"last: {name}", flush=True)
    return Last(work, model, prepared, sources, shares, passes).fit()
