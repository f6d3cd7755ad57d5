"""Vectors of all articles, computed once and kept on disk: the encoder is finished when the article heads are trained.

A file holds vectors [pieces, hidden] in 16 bits, windows in a row; an article knows where its own begin."""
import numpy as np
import torch

import data
import labels
from decode import BLOCK, best_tags, spans_of_path

HIDDEN = 384


class Place:
    """Where the vectors of an article lie. Sentences too long for a window have none."""

    def __init__(self, article, begin):
        self.windows = data.windows([article.sentences])
        self.lengths = [data.length_of(w) for w in self.windows]
        self.begin = begin
        self.words = {}  # sentence -> (window, place of the first piece of each word within the window)
        number = {id(s): i for i, s in enumerate(article.sentences)}
        for w, window in enumerate(self.windows):
            at = 1
            for s in window:
                self.words[number[id(s)]] = (w, at + s.first.astype(np.int64))
                at += len(s.pieces) + 1

    @property
    def pieces(self):
        return sum(self.lengths)


def places(articles):
    out, at = [], 0
    for a in articles:
        out.append(Place(a, at))
        at += out[-1].pieces
    return out


def write(path, model, articles, pieces, layers, batch_pieces=4096):
    """Writes the vectors that the first `layers` layers give, in 8-bit arithmetic, and notes names and parts of speech that the
    model finds in each article."""
    where = places(articles)
    out = np.memmap(path, np.float16, "w+", shape=(sum(p.pieces for p in where), HIDDEN))
    model.eval()
    model.mode.eight_bits = True
    every = [(length, a, w) for a, p in enumerate(where) for w, length in enumerate(p.lengths)]
    every.sort()
    while every:
        width = every[-1][0]
        group = [every.pop() for _ in range(min(len(every), max(1, batch_pieces // width)))]
        batch = data.collate([where[a].windows[w] for _, a, w in group], pieces, 0)
        with torch.no_grad():
            low, high = model.encoder.both(batch.pieces, batch.cases, batch.lengths, layers)
        for row, (length, a, w) in enumerate(group):
            begin = where[a].begin + sum(where[a].lengths[:w])
            out[begin:begin + length] = low[row, :length].numpy().astype(np.float16)
            note(model, articles[a], where[a], w, high[row])
    out.flush()


def note(model, article, place, window, vectors):
    """Names and parts of speech of the sentences of a window, from the encoder's last vectors; likeliest tags where they agree."""
    inside = [(s, first) for s, (w, first) in place.words.items() if w == window]
    words = vectors[torch.from_numpy(np.concatenate([first for _, first in inside]))].float()
    with torch.no_grad():
        scores, upos = model.names(words).numpy(), model.upos(words).argmax(1).tolist()
    at = 0
    for s, first in inside:
        row = scores[at:at + len(first)]
        tags = row.argmax(1).tolist()
        if any(BLOCK[i, j] < 0 for i, j in zip([-1] + tags, tags + [-1])):
            tags = best_tags(row)
        article.found[s] = [(b, e - 1, t) for b, e, t in spans_of_path(tags)]
        article.upos[s] = [labels.UPOS[i] for i in upos[at:at + len(first)]]
        at += len(first)


def finish(path, heads, articles, store):
    """Writes what the article layers make of stored vectors, in 8-bit arithmetic, laid out like them."""
    heads.eval()
    heads.mode.eight_bits = True
    out = np.memmap(path, np.float16, "w+", shape=store.shape)
    every = sorted((n, p.begin + sum(p.lengths[:w])) for p in places(articles) for w, n in enumerate(p.lengths))
    while every:
        width = every[-1][0]
        group = [every.pop() for _ in range(min(len(every), max(1, 4096 // width)))]
        x = np.zeros((len(group), width, HIDDEN), np.float32)
        for row, (n, begin) in enumerate(group):
            x[row, :n] = store[begin:begin + n]
        with torch.no_grad():
            y = heads(torch.from_numpy(x), torch.tensor([n for n, _ in group])).reshape(len(group), width, HIDDEN)
        for row, (n, begin) in enumerate(group):
            out[begin:begin + n] = y[row, :n].numpy().astype(np.float16)
    out.flush()


def read(path, articles):
    where = places(articles)
    return where, np.memmap(path, np.float16, "r", shape=(sum(p.pieces for p in where), HIDDEN))
