"""Scores of the article heads: relations between gold names, coreference of gold mentions, event types of sentences."""
from collections import Counter, defaultdict

import numpy as np
import torch

import article as network
import fit_article

GEOGRAPHY = {"in_country", "located_in", "capital_of"}


def scores_of(model, head, examples, eight_bits=True):
    """For each example the scores: [pairs, labels], for events [words, types]."""
    model.eval()
    model.mode.eight_bits = eight_bits
    out = []
    with torch.no_grad():
        for e in examples:
            y, index = fit_article.forward(model, [e])
            if head == "events":
                out.append(model.events(y[index(0, e.words)]))
            else:
                out.append(fit_article.pair_scores(model, head, [e], y, index))
    return out


# ---- calibration


def platt(scores, right, steps=60):
    """[c, d] of p = 1 / (1 + exp(-(c s + d))), by Newton's method on the likelihood with a weak pull to c = 1."""
    s, t = np.asarray(scores, np.float64), np.asarray(right, np.float64)
    c, d = 1.0, 0.0
    for _ in range(steps):
        p = 1 / (1 + np.exp(-np.clip(c * s + d, -40, 40)))
        w = p * (1 - p) + 1e-9
        g = np.array([((p - t) * s).sum() + 2.0 * (c - 1), (p - t).sum() + 0.1 * d])
        h = np.array([[(w * s * s).sum() + 2.0, (w * s).sum()], [(w * s).sum(), w.sum() + 0.1]])
        move = np.linalg.solve(h, g)
        c, d = max(0.05, c - np.clip(move[0], -1, 1)), d - np.clip(move[1], -2, 2)
    return [round(float(c), 5), round(float(d), 5)]


def probability(scores, line):
    return 1 / (1 + np.exp(-np.clip(line[0] * scores + line[1], -40, 40)))


# ---- relations


def best_of_pairs(model, examples):
    return [fit_article.strongest(s, [e]).numpy() for s, e in zip(scores_of(model, "relations", examples), examples)]


def calibrate_relations(examples, best):
    """A line for each label, from examples whose annotators looked for it."""
    out = []
    for k in range(len(network.RELATIONS)):
        rows = [(s[:, k], e.target[:, k].numpy(), e.mask[:, k].numpy() > 0) for s, e in zip(best, examples)]
        s, t = (np.concatenate([r[i][r[2]] for r in rows]) if rows else np.zeros(0) for i in (0, 1))
        out.append(platt(s, t) if len(s) and t.sum() >= 3 else None)
    every = [o for o in out if o]
    typical = [float(np.median([o[i] for o in every])) for i in (0, 1)]
    return [o or typical for o in out]


def best_floor(examples, best, lines):
    """The probability from which on to believe, by F1 over all labels."""
    s = np.concatenate([probability(b[:, k], lines[k]) for b in best for k in range(b.shape[1])])
    t = np.concatenate([e.target[:, k].numpy() for e in examples for k in range(e.target.shape[1])])
    m = np.concatenate([e.mask[:, k].numpy() > 0 for e in examples for k in range(e.target.shape[1])])
    s, t = s[m], t[m]
    order = np.argsort(-s)
    hits = np.cumsum(t[order])
    return float(s[order][int((hits / (np.arange(len(s)) + 1 + t.sum())).argmax())])


def relations_report(model, examples, name):
    """P, R, F1 over triples of entities; halves give each other the lines and the floor. Gold out of reach counts as missed."""
    best = best_of_pairs(model, examples)
    tally = defaultdict(lambda: [0, 0, 0])
    labels = defaultdict(lambda: [0, 0, 0])
    reach = [0, 0]
    for half in (0, 1):
        lines = calibrate_relations(examples[1 - half::2], best[1 - half::2])
        floor = best_floor(examples[1 - half::2], best[1 - half::2], lines)
        for e, s in zip(examples[half::2], best[half::2]):
            gold = {(*pair, l) for pair, said in e.article.related.items() for l, sure in said.items() if sure and pair[0] != pair[1]}
            unsure = {(*pair, l) for pair, said in e.article.related.items() for l, sure in said.items() if not sure}
            found = {(*pair, l) for i, pair in enumerate(e.ends) for k, l in enumerate(network.RELATIONS)
                     if l in e.article.known and probability(s[i, k], lines[k]) >= floor} - unsure
            near = {pair for pair, n in zip(e.ends, e.near) if n}
            reach[0] += sum(g[:2] in set(e.ends) for g in gold)
            reach[1] += len(gold)
            views = {"all": lambda t: True, "without places": lambda t: t[2] not in GEOGRAPHY, "in one sentence": lambda t: t[:2] in near,
                     "one sentence, no places": lambda t: t[:2] in near and t[2] not in GEOGRAPHY}
            for view, of in views.items():
                for i, some in enumerate((found & gold, found, gold)):
                    tally[view][i] += sum(map(of, some))
            for i, some in enumerate((found & gold, found, gold)):
                for t in some:
                    labels[t[2]][i] += 1
    out = {}
    for view, (hit, found, gold) in tally.items():
        p, r = hit / max(1, found), hit / max(1, gold)
        out[view] = 200 * p * r / max(1e-9, p + r)
        print(f"  {name:<10} {view:<24} P {100 * p:5.1f}  R {100 * r:5.1f}  F1 {out[view]:5.1f}  gold {gold}", flush=True)
    print(f"  {name:<10} floor {floor:.2f}  gold within reach: {100 * reach[0] / max(1, reach[1]):.1f} %   "
          + "  ".join(f"{l} {h}/{f}/{g}" for l, (h, f, g) in sorted(labels.items(), key=lambda x: -x[1][2])), flush=True)
    return out


# ---- coreference


def link(example, scores):
    """For each mention the number of its cluster: names by the rule that equal words, of people equal last words, mean the same;
    all others, and names without such a name before them, by best candidate."""
    words = example.article.words()
    best, named, cluster = {}, {}, list(range(len(example.mentions)))
    for i, j, v in zip(example.a.tolist(), example.b.tolist(), scores[:, 0].tolist()):
        if v > best.get(i, (0.0, -1))[0]:
            best[i] = (v, j)
    for i, (s, first, last, kind) in enumerate(example.mentions):
        text = tuple(w.lower() for w in words[s][first:last + 1])
        keys = ([text] + [text[-1:]] * (kind == "person")) if kind in network.KINDS else []
        known = next((named[k] for k in keys if k in named), None)
        if known is None and i in best:
            known = best[i][1]
        if known is not None:
            cluster[i] = cluster[known]
        for k in keys:
            named[k] = i
    return cluster


def coreference_report(model, examples):
    """Mean of MUC, B-cubed and CEAF-e over clusters of more than one that hold people, organisations or places."""
    muc, b3, ceaf = [0, 0, 0, 0], [0.0, 0.0, 0], [0.0, 0, 0]
    right = Counter()
    for e, scores in zip(examples, scores_of(model, "coreference", examples)):
        said = link(e, scores)
        types, members = defaultdict(set), defaultdict(set)
        for i, entity in enumerate(e.entities):
            members[int(entity)].add(i)
            types[int(entity)].add(e.article.types[e.kept[i]])
        keys = [m for k, m in members.items() if len(m) > 1 and types[k] & {"person", "organization", "place"}]
        key = {i: n for n, m in enumerate(keys) for i in m}
        groups = defaultdict(set)
        for i in key:
            groups[said[i]].add(i)
        responses = list(groups.values())
        for sets, other, at in ((keys, said, 0), (responses, key, 2)):
            for c in sets:
                muc[at] += len(c) - len({other[i] for i in c})
                muc[at + 1] += len(c) - 1
        for i in key:
            k, r = keys[key[i]], groups[said[i]]
            b3[0] += len(k & r) / len(r)
            b3[1] += len(k & r) / len(k)
            b3[2] += 1
        pairs = sorted(((2 * len(k & r) / (len(k) + len(r)), i, j) for i, k in enumerate(keys) for j, r in enumerate(responses)
                        if k & r), reverse=True)
        used = (set(), set())
        for value, i, j in pairs:
            if i not in used[0] and j not in used[1]:
                used[0].add(i)
                used[1].add(j)
                ceaf[0] += value
        ceaf[1] += len(responses)
        ceaf[2] += len(keys)
        first = {}
        for i, entity in enumerate(e.entities):
            kind = e.mentions[i][3]
            group = "pronoun" if kind in network.PRONOUNS else "nominal" if kind == "nominal" else "name"
            had = int(entity) in first
            linked = said[i] != i
            if had and linked and said[i] == said[next(j for j in range(i - 1, -1, -1) if e.entities[j] == entity)]:
                right[group, "right"] += 1
            right[group, "linked"] += linked
            right[group, "gold"] += had
            first[int(entity)] = i
    f = lambda p, r: 2 * p * r / max(1e-9, p + r)
    m = f(muc[2] / max(1, muc[3]), muc[0] / max(1, muc[1]))
    b = f(b3[0] / b3[2], b3[1] / b3[2])
    c = f(ceaf[0] / max(1, ceaf[1]), ceaf[0] / max(1, ceaf[2]))
    for group in ("name", "nominal", "pronoun"):
        p, r = (right[group, "right"] / max(1, right[group, k]) for k in ("linked", "gold"))
        print(f"  {group}: links P {100 * p:.1f}  R {100 * r:.1f}")
    print(f"  coreference: MUC {100 * m:.1f}  B-cubed {100 * b:.1f}  CEAF-e {100 * c:.1f}  mean {100 * (m + b + c) / 3:.1f}", flush=True)
    return 100 * (m + b + c) / 3


def calibrate_coreference(model, examples):
    s, t = [], []
    for e, scores in zip(examples, scores_of(model, "coreference", examples)):
        best = {}
        for i, j, v in zip(e.a.tolist(), e.b.tolist(), scores[:, 0].tolist()):
            if v > best.get(i, (-99, 0))[0]:
                best[i] = (v, e.entities[i] == e.entities[j])
        s += [v for v, _ in best.values()]
        t += [x for _, x in best.values()]
    return [platt(s, t)]


# ---- events


def margins(scores):
    """A label's score less the highest of the others."""
    s = scores.numpy()
    two = np.sort(s, 1)[:, -2:]
    highest = np.where(s == two[:, 1:], two[:, :1], two[:, 1:])
    return s - highest


def events_report(model, examples, lines):
    """Macro F1 over types, of the type of the surest verb, noun or adjective of a sentence, which may have several right types."""
    scores = [s[e.content] if e.content.any() else s for e, s in zip(examples, scores_of(model, "events", examples))]
    out = {}
    sure = lambda s: np.stack([probability(m, l) for m, l in zip(margins(s).T, lines)], 1)[:, 1:]
    for name, of in (("probability", sure), ("margin", lambda s: margins(s)[:, 1:])):
        hit, found, gold = Counter(), Counter(), Counter()
        silent, found_best = 0, []
        for e, s in zip(examples, scores):
            best = of(s)
            found_best.append(best.max())
            k = network.EVENTS[1 + int(np.unravel_index(best.argmax(), best.shape)[1])]
            silent += bool((s.argmax(1) == 0).all())
            right = set(e.article.types)
            found[k] += 1
            hit[k] += k in right
            for t in {k} if k in right else set(e.article.types[:1]):
                gold[t] += 1
        f1 = {t: 2 * hit[t] / max(1, found[t] + gold[t]) for t in gold}
        out[name] = 100 * sum(f1.values()) / len(f1)
        print(f"  events by {name}: macro F1 {out[name]:.1f}  right {100 * sum(hit.values()) / len(examples):.1f} %  "
              f"no word over none: {100 * silent / len(examples):.0f} %  "
              f"quartiles {np.percentile(found_best, [25, 50, 75]).round(2)}", flush=True)
    print("  " + "  ".join(f"{t} {100 * v:.0f}" for t, v in sorted(f1.items())), flush=True)
    return out["probability"]


def calibrate_events(model, examples):
    """From marked words: whether a word's type is the one that it has; from texts of one type: whether it is the type of the word of
    the highest score."""
    s, t, known = [], [], []
    for e, scores in zip(examples, scores_of(model, "events", examples)):
        over = margins(scores)
        allowed = e.allowed.numpy() == 0
        told = allowed.sum(1) == 1
        s.append(over[told])
        t.append(allowed[told])
        known.append(np.ones_like(t[-1]))
        if e.type is not None and e.content.any():
            s.append(over[e.content.numpy()].max(0, keepdims=True))
            t.append(np.arange(len(network.EVENTS))[None] == e.type)
            known.append(np.arange(len(network.EVENTS))[None] > 0)
    s, t, known = (np.concatenate(x) for x in (s, t, known))
    lines = [platt(s[known[:, k], k], t[known[:, k], k]) if t[:, k].sum() >= 5 else None for k in range(s.shape[1])]
    every = [l for l in lines if l]
    return [l or [float(np.median([o[i] for o in every])) for i in (0, 1)] for l in lines]
