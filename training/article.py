"""The heads that read an article: relations, coreference, events, on vectors of their own layers (FORMAT.md, section 8).

They stand on an encoder that is finished: its weights stay as they are, and its vectors are computed once."""
import copy

import torch
import torch.nn.functional as F
from torch import nn

import labels
from model import Drop, Linear, Mode

KINDS = ("person", "country", "organisation", "place", "event", "demonym")
PRONOUNS = ("he", "she", "it", "they", "we", "i", "you", "who", "this")
COREFERENT = KINDS + ("nominal",) + PRONOUNS
EVENTS = ("none AGREE CONSULT SUPPORT COOPERATE AID CONCEDE RETREAT REQUEST ACCUSE REJECT THREATEN PROTEST MOBILIZE SANCTION "
          "COERCE ASSAULT").split()
RELATIONS = sorted({row["ours"] for row in labels.read_table(labels.HERE / "relations.tsv")} - {"-"})
WORDS_BETWEEN = ("0", "1", "2", "4", "8", "16", "32", "elsewhere")
APART = {"relations": ("0", "1", "2"), "coreference": ("0", "1", "2", "3", "5", "more")}
FROM, LAYERS = 5, 1            # the encoder layers below the article layers; how many of these there are
REACH = 2                      # sentences that two mentions of a relation may lie apart
PRODUCT, SUM, EVENTS_INNER = 192, 192, 192


def features_of(head):
    """Names of the features of a pair, in the order of the file."""
    first, second, kinds = ("subject", "object", KINDS) if head == "relations" else ("asks", "candidate", COREFERENT)
    last = {"order": ("before", "after")} if head == "relations" else {"match": ("none", "head", "words")}
    groups = {first: kinds, second: kinds, "apart": APART[head], "words": WORDS_BETWEEN, **last}
    return [f"{group}={value}" for group, values in groups.items() for value in values]


class Pair(nn.Module):
    """Scores of ordered pairs of mentions."""

    def __init__(self, mode, hidden, features, outputs):
        super().__init__()
        self.first = Linear(mode, hidden, 2 * PRODUCT + 2 * SUM)
        self.last = Linear(mode, hidden, 2 * PRODUCT + 2 * SUM)
        self.features = nn.Parameter(torch.zeros(features, SUM))
        self.out = Linear(mode, PRODUCT + SUM, outputs)
        self.drop, self.drop_pair = Drop(0.2), nn.Dropout(0.2)
        for part in (self.first, self.last):  # products of the two begin near the size of the sums
            nn.init.normal_(part.weight, std=0.04)

    def forward(self, first, last, a, b, features):
        """first, last: vectors of the words of mentions; a, b: their numbers, one for each pair; features: [pairs, groups]
        numbers of the features that hold."""
        u = self.first(self.drop(first)) + self.last(self.drop(last))
        p1, p2, s1, s2 = u.split([PRODUCT, PRODUCT, SUM, SUM], -1)
        sums = s1[a] + s2[b] + F.embedding_bag(features, self.features, mode="sum")
        return self.out(self.drop_pair(torch.cat([p1[a] * p2[b], F.relu(sums)], -1))).float()


class Events(nn.Module):
    def __init__(self, mode, hidden):
        super().__init__()
        self.inner = Linear(mode, hidden, EVENTS_INNER)
        self.outer = Linear(mode, EVENTS_INNER, len(EVENTS))
        self.drop = Drop(0.2)

    def forward(self, x):
        return self.outer(self.drop(F.relu(self.inner(self.drop(x))))).float()


class Layers(nn.Module):
    def __init__(self, layers):
        super().__init__()
        self.layers = nn.ModuleList(layers)


class ArticleHeads(nn.Module):
    """Article layers, which begin as copies of the encoder's own, and the three heads over them."""

    def __init__(self, reader, below=FROM, layers=LAYERS):
        super().__init__()
        self.mode, self.below = Mode(), below
        self.finished = False  # whether the vectors given are those that the layers give
        hidden = reader.sizes.hidden
        made = [copy.deepcopy(layer) for layer in reader.encoder.layers[below:below + layers]]
        for layer in made:
            for part in layer.modules():
                if hasattr(part, "mode"):
                    part.mode = self.mode
        self.article = Layers(made)
        self.events = Events(self.mode, hidden)
        self.relations = Pair(self.mode, hidden, len(features_of("relations")), len(RELATIONS))
        self.coreference = Pair(self.mode, hidden, len(features_of("coreference")), 1)

    def forward(self, x, lengths):
        """Vectors of encoder layer `below` of windows, or of the article layers themselves -> vectors of all pieces, flattened."""
        if self.finished:
            return x.flatten(0, 1)
        t = x.shape[1]
        bias = torch.zeros(len(lengths), 1, 1, t).masked_fill_(torch.arange(t) >= lengths[:, None, None, None], -1e4)
        for layer in self.article.layers:
            x = layer(x, bias)
        return x.flatten(0, 1)

    def settings(self):
        return {"article_from": self.below, "article_layers": len(self.article.layers), "events_inner": EVENTS_INNER}

    def entries(self, calibration):
        """Entries of the heads for the file's header. calibration: head -> [c, d] for each label."""
        pair = {"kind": "pair", "product": PRODUCT, "sum": SUM}
        return [{"name": "events", "kind": "tag2", "labels": "events", "calibration": calibration["events"]},
                *({"name": k, **pair, "features": features_of(k), "labels": k, "calibration": calibration[k]}
                  for k in ("relations", "coreference"))]

    @staticmethod
    def labels():
        return {"events": list(EVENTS), "relations": list(RELATIONS), "coreference": ["same"]}
