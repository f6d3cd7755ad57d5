"""Trains the heads that read an article, all together, on vectors computed before; fits their calibration; scores them."""
import random
import time
from collections import defaultdict
from pathlib import Path

import numpy as np
import torch
import torch.nn.functional as F

import article as network
import articles as corpora
import fit
import mentions
import vectors

RELATION = {r: i for i, r in enumerate(network.RELATIONS)}
TYPE = {t: i for i, t in enumerate(network.EVENTS)}
CANDIDATES = 60          # mentions before one that it may stand for
CONTENT = {"VERB", "NOUN", "ADJ"}
WEIGHTS = {"relations": 1.0, "coreference": 1.0, "events": 1.0}


class Example:
    """An article with its targets as arrays. `first`, `last`: for each mention (window, place) of its first and last word."""

    def __init__(self, article, place, store):
        self.article, self.place, self.store = article, place, store
        getattr(self, "make_" + article.task)()

    def vectors(self):
        return self.store[self.place.begin:self.place.begin + self.place.pieces]

    def keep(self, kinds):
        """Mentions of these kinds that have vectors, and their entities."""
        a = self.article
        kept = [i for i, m in enumerate(a.mentions) if m[0] in self.place.words and m[3] in kinds]
        self.mentions = [a.mentions[i] for i in kept]
        self.entities = np.array([a.entities[i] for i in kept], np.int64)
        self.kept = kept
        at = lambda m, word: (self.place.words[m[0]][0], int(self.place.words[m[0]][1][m[word]]))
        self.first = [at(m, 1) for m in self.mentions]
        self.last = [at(m, 2) for m in self.mentions]

    def numbers(self, head, a, b):
        """[pairs, groups] numbers of features of pairs of mentions: what mentions.features says, for many at once."""
        number = {f: i for i, f in enumerate(network.features_of(head))}
        words = self.article.words()
        at = np.array([m[:3] for m in self.mentions], np.int64).reshape(-1, 3)
        (s1, f1, l1), (s2, f2, l2) = at[a].T, at[b].T
        apart, between = np.abs(s1 - s2), np.maximum(0, np.maximum(f1 - l2 - 1, f2 - l1 - 1))

        def steps(group, values, limits, names):
            return np.array([number[f"{group}={n}"] for n in names])[np.searchsorted(limits, values, "right") - 1]

        def ids(of):
            seen = {}
            return np.array([seen.setdefault(of(m), len(seen)) for m in self.mentions], np.int64)

        first, second = ("subject", "object") if head == "relations" else ("asks", "candidate")
        kinds = lambda group: np.array([number[f"{group}={m[3]}"] for m in self.mentions], np.int64)
        near = steps("words", between, mentions.STEPS["words"], mentions.STEPS["words"])
        limits = mentions.STEPS[head] + ((mentions.MORE,) if head == "coreference" else ())
        out = [kinds(first)[a], kinds(second)[b], steps("apart", apart, limits, network.APART[head]),
               np.where(apart > 0, number["words=elsewhere"], near)]
        if head == "relations":
            before = (s1 < s2) | (s1 == s2) & ((f1 < f2) | (f1 == f2) & (l1 < l2))
            out.append(np.where(before, number["order=before"], number["order=after"]))
        else:
            text = lambda m: tuple(w.lower() for w in words[m[0]][m[1]:m[2] + 1])
            whole, last = ids(text), ids(lambda m: text(m)[-1])
            out.append(np.where(whole[a] == whole[b], number["match=words"],
                                np.where(last[a] == last[b], number["match=head"], number["match=none"])))
        return torch.from_numpy(np.stack(out, 1).astype(np.int64))

    def set_pairs(self, head, pairs):
        a, b = (np.array([p[k] for p in pairs], np.int64) for k in (0, 1))
        self.features = self.numbers(head, a, b) if pairs else torch.zeros(0, 5, dtype=torch.long)
        self.a, self.b = torch.from_numpy(a), torch.from_numpy(b)

    def make_relations(self):
        self.keep(network.KINDS)
        n = len(self.mentions)
        pairs = [(i, j) for i in range(n) for j in range(n) if self.entities[i] != self.entities[j]
                 and abs(self.mentions[i][0] - self.mentions[j][0]) <= network.REACH]
        self.set_pairs("relations", pairs)
        ends = [(int(self.entities[i]), int(self.entities[j])) for i, j in pairs]
        self.ends = sorted(set(ends))
        number = {e: k for k, e in enumerate(self.ends)}
        self.end_of = torch.tensor([number[e] for e in ends], dtype=torch.long)
        self.target = torch.zeros(len(self.ends), len(RELATION))
        self.mask = torch.zeros(len(self.ends), len(RELATION))
        self.mask[:, [RELATION[r] for r in self.article.known]] = 1
        for e, said in self.article.related.items():
            for label, sure in said.items():
                if e in number and label in self.article.known:
                    self.target[number[e], RELATION[label]] = float(sure)
                    self.mask[number[e], RELATION[label]] = float(sure)
        self.near = torch.zeros(len(self.ends), dtype=torch.bool)  # some mentions in one sentence
        for (i, j), e in zip(pairs, ends):
            self.near[number[e]] |= self.mentions[i][0] == self.mentions[j][0]

    def make_coreference(self):
        self.keep(network.COREFERENT)
        pairs = [(i, j) for i in range(len(self.mentions)) for j in range(max(0, i - CANDIDATES), i)]
        self.set_pairs("coreference", pairs)
        entities = torch.from_numpy(self.entities)
        self.same = entities[self.a] == entities[self.b]
        names = set(network.KINDS)
        self.weight = torch.tensor([0.3 if m[3] in names else 1.0 for m in self.mentions])

    def make_events(self):
        a = self.article
        self.words, allowed, content, weight = [], [], [], []
        for s, sentence in enumerate(a.sentences):
            if s not in self.place.words:
                continue
            w, first = self.place.words[s]
            for i, word in enumerate(sentence.words):
                self.words.append((w, int(first[i])))
                may = a.upos[s][i] in CONTENT and stem(word) not in corpora.NO_TRIGGERS
                content.append(may)
                marks = a.events[s][i] if a.events is not None else None
                weight.append(1.0 if marks is not None else UNMARKED if may else 0.3)
                if marks is None and not (may and a.type):
                    marks = corpora.NOTHING
                allowed.append([0.0 if marks is None or t in marks else -1e4 for t in network.EVENTS])
        self.allowed, self.weight = torch.tensor(allowed).reshape(-1, len(TYPE)), torch.tensor(weight)
        self.content = torch.tensor(content, dtype=torch.bool)
        self.type = TYPE[a.type] if a.type else None


UNMARKED = 0.15  # how much a verb, noun or adjective without a mark counts as telling of nothing


def stem(word):
    """The lemma of the words of NO_TRIGGERS, roughly."""
    word = word.lower()
    known = {"said": "say", "is": "be", "are": "be", "was": "be", "were": "be", "been": "be", "has": "have", "had": "have", "told": "tell",
             "did": "do", "does": "do", "saw": "see", "thought": "think", "knew": "know", "went": "go", "came": "come", "got": "get",
             "made": "make", "took": "take", "gave": "give", "became": "become"}
    for ending in ("", "s", "ed", "d", "ing"):
        if word.endswith(ending) and word[:len(word) - len(ending)] in corpora.NO_TRIGGERS:
            return word[:len(word) - len(ending)]
    return known.get(word, word)


# ---- losses


def forward(model, group):
    """Vectors of the pieces of the windows of some examples, and for each example the row where its first window begins."""
    rows = [(e, w) for e in group for w in range(len(e.place.lengths))]
    lengths = torch.tensor([e.place.lengths[w] for e, w in rows])
    width = int(lengths.max())
    x = np.zeros((len(rows), width, vectors.HIDDEN), np.float16)
    begins, row = [], 0
    for e in group:
        begins.append(row)
        at, stored = 0, e.vectors()
        for n in e.place.lengths:
            x[row, :n] = stored[at:at + n]
            at, row = at + n, row + 1
    y = model(torch.from_numpy(x).float(), lengths)
    return y, lambda k, places: torch.tensor([(begins[k] + w) * width + p for w, p in places], dtype=torch.long)


def pair_scores(model, head, group, y, index):
    """Scores of all pairs of all examples in a row."""
    first = torch.cat([index(k, e.first) for k, e in enumerate(group)])
    last = torch.cat([index(k, e.last) for k, e in enumerate(group)])
    shift = np.cumsum([0] + [len(e.first) for e in group])
    a = torch.cat([e.a + int(s) for e, s in zip(group, shift)])
    b = torch.cat([e.b + int(s) for e, s in zip(group, shift)])
    return getattr(model, head)(y[first], y[last], a, b, torch.cat([e.features for e in group]))


def strongest(scores, group):
    """[pairs of entities, labels]: the highest score over pairs of mentions."""
    shift = np.cumsum([0] + [len(e.ends) for e in group])
    to = torch.cat([e.end_of + int(s) for e, s in zip(group, shift)])
    out = torch.full((int(shift[-1]), scores.shape[1]), -1e4)
    return out.scatter_reduce(0, to[:, None].expand_as(scores), scores, "amax")


def relations_loss(model, group, y, index):
    found = strongest(pair_scores(model, "relations", group, y, index), group)
    target, mask = torch.cat([e.target for e in group]), torch.cat([e.mask for e in group])
    loss = F.binary_cross_entropy_with_logits(found, target, reduction="none") * mask
    return loss.sum() / (20 + target.sum())


def coreference_loss(model, group, y, index):
    scores = pair_scores(model, "coreference", group, y, index)[:, 0]
    total, at = 0.0, 0
    for e in group:
        s = scores[at:at + len(e.a)]
        at += len(e.a)
        n = len(e.mentions)
        every, right = torch.full((n, CANDIDATES + 1), -1e4), torch.full((n, CANDIDATES + 1), -1e4)
        column = e.a - e.b  # 1 .. CANDIDATES; 0 is nobody
        every[:, 0] = 0
        every = every.index_put((e.a, column), s)
        right = right.index_put((e.a[e.same], column[e.same]), s[e.same])
        none = torch.ones(n, dtype=torch.bool)
        none[e.a[e.same]] = False
        right[:, 0] = torch.where(none, 0.0, -1e4)
        total = total + ((torch.logsumexp(every, 1) - torch.logsumexp(right, 1)) * e.weight).sum()
    return total / sum(e.weight.sum() for e in group)


def events_loss(model, group, y, index):
    places = [index(k, e.words) for k, e in enumerate(group)]
    scores = model.events(y[torch.cat(places)])
    log_p = F.log_softmax(scores, -1)
    allowed = torch.cat([e.allowed for e in group])
    told = (allowed < 0).any(1)
    marked = told & (allowed[:, 0] < 0)
    each = -torch.logsumexp(log_p + allowed, 1)
    weight = torch.cat([e.weight for e in group])[told]
    loss = (each[told] * weight).sum() / (50.0 + weight.sum()) + 0.5 * each[marked].sum() / (5.0 + marked.sum())
    at, parts = 0, []
    for e, p in zip(group, places):
        if e.type is not None and e.content.any():
            s = scores[at:at + len(p)][e.content]
            over = torch.logsumexp(s[:, 1:] - s[:, :1], 0)
            best = (s[:, e.type] - s[:, 0]).amax()
            others = torch.cat([over[:e.type - 1], over[e.type:]])
            parts.append(F.cross_entropy(over[None], torch.tensor([e.type - 1])) + 0.5 * F.softplus(-best)
                         + 0.1 * F.softplus(others).mean())
        at += len(p)
    return loss + (torch.stack(parts).mean() if parts else 0.0)


LOSSES = {"relations": relations_loss, "coreference": coreference_loss, "events": events_loss}


# ---- the loop


def batches(examples, rng, pieces=3000):
    """Examples of a task in random groups of about so many pieces."""
    order = list(examples)
    rng.shuffle(order)
    out, now, size = [], [], 0
    for e in order:
        if now and size + e.place.pieces > pieces:
            out.append(now)
            now, size = [], 0
        now.append(e)
        size += e.place.pieces
    return out + [now] * bool(now)


def plan(tasks, seed, number):
    """All batches of a pass: (task, examples). tasks: task -> [(examples, repeat)]."""
    rng = random.Random(f"{seed}/{number}")
    out = []
    for task, sources in tasks.items():
        chosen = []
        for examples, repeat in sources:
            chosen += examples * int(repeat) + [e for e in examples if rng.random() < repeat % 1]
        out += [(task, b) for b in batches(chosen, rng)]
    rng.shuffle(out)
    return out


class Run:
    """Training, resumable as fit.Run is."""

    def __init__(self, name, folder, model, tasks, passes, seed=21, layer_rate=2e-4, head_rate=1e-3, eight_bits_from=0.7):
        self.name, self.path, self.done_path = name, Path(folder) / f"{name}.checkpoint", Path(folder) / f"{name}.done"
        self.model, self.tasks, self.passes, self.seed = model, tasks, passes, seed
        self.rates, self.eight_bits_from = (layer_rate, head_rate), eight_bits_from
        slow = [] if model.finished else list(model.article.parameters())
        fast = [p for n, p in model.named_parameters() if not n.startswith("article.")]
        self.optimizer = torch.optim.AdamW([{"params": slow}, {"params": fast}], lr=1.0, betas=(0.9, 0.98), weight_decay=0.05)
        self.step = 0

    def resume(self):
        if self.path.exists():
            state = torch.load(self.path, weights_only=False)
            self.model.load_state_dict(state["model"])
            self.optimizer.load_state_dict(state["optimizer"])
            self.step = state["step"]
            torch.set_rng_state(state["torch"])
            print(f"{self.name}: goes on at step {self.step}", flush=True)

    def fit(self, evaluate=None):
        if self.done_path.exists():
            self.model.load_state_dict(torch.load(self.done_path, weights_only=True))
            return self.model
        self.resume()
        plans = [plan(self.tasks, self.seed, n) for n in range(self.passes)]
        every = [(n, b) for n, p in enumerate(plans) for b in p]
        saved = said = time.time()
        sums = defaultdict(list)
        self.model.train()
        while self.step < len(every):
            number, (task, group) = every[self.step]
            self.model.mode.eight_bits = self.step >= self.eight_bits_from * len(every)
            for g, top in zip(self.optimizer.param_groups, self.rates):
                g["lr"] = top * fit.rate(self.step, len(every), 60, 0.6)
            with torch.autocast("cpu", torch.bfloat16):
                y, index = forward(self.model, group)
                loss = LOSSES[task](self.model, group, y, index)
            self.optimizer.zero_grad(set_to_none=True)
            (WEIGHTS[task] * loss).backward()
            torch.nn.utils.clip_grad_norm_(self.model.parameters(), 1.0)
            self.optimizer.step()
            sums[task].append(loss.item())
            self.step += 1
            now = time.time()
            if now - said > 20:
                shown = "  ".join(f"{k} {np.mean(v):.3f}" for k, v in sorted(sums.items()))
                print(f"{self.name}: step {self.step}/{len(every)}  {shown}", flush=True)
                said, sums = now, defaultdict(list)
            if now - saved > fit.SAVE_EVERY:
                fit.save(self.path, {"model": self.model.state_dict(), "optimizer": self.optimizer.state_dict(),
                                     "step": self.step, "torch": torch.get_rng_state()})
                saved = time.time()
            if evaluate and (self.step == len(every) or every[self.step][0] != number):
                self.model.eval()
                evaluate(self.model, number)
                self.model.train()
        fit.save(self.done_path, self.model.state_dict())
        self.path.unlink(missing_ok=True)
        return self.model
