"""From scores to answers: the best sequence of name tags, and the best tree."""
import numpy as np

from labels import NAME_TAGS



def tag_transitions():
    """allowed[i][j]: whether tag j may follow tag i; two last rows and columns: begin and end of a sentence."""
    n = len(NAME_TAGS)
    allowed = np.zeros((n + 1, n + 1), bool)  # row n: begin; column n: end
    for i in range(n + 1):
        for j in range(n + 1):
            before = "O" if i == n else NAME_TAGS[i]
            after = "O" if j == n else NAME_TAGS[j]
            opened = before[:2] in ("B-", "I-")
            goes_on = after[:2] in ("I-", "E-")
            allowed[i, j] = (opened == goes_on) and (not opened or before[2:] == after[2:])
    return allowed


BLOCK = np.where(tag_transitions(), 0.0, -1e9).astype(np.float32)


def best_tags(scores):
    """Viterbi over [words, tags] log-probabilities with the rules of BIOES alone."""
    n = scores.shape[1]
    best = scores[0] + BLOCK[n, :n]
    back = []
    for row in scores[1:]:
        paths = best[:, None] + BLOCK[:n, :n]
        back.append(paths.argmax(0))
        best = paths.max(0) + row
    at = int((best + BLOCK[:n, n]).argmax())
    path = [at]
    for pointers in reversed(back):
        at = int(pointers[at])
        path.append(at)
    return path[::-1]


def spans_of_path(path):
    spans, begin = [], 0
    for i, t in enumerate(path):
        tag = NAME_TAGS[t]
        if tag[0] in "BS":
            begin = i
        if tag[0] in "ES":
            spans.append((begin, i + 1, tag[2:]))
    return spans


def best_tree(scores):
    """Heads of the best tree (0: the root) with exactly one child of the root. scores: [1 + words, 1 + words], row the
    dependent, column the head; row 0 unused. Chu-Liu/Edmonds; each possible root is tried only where needed."""
    scores = scores.astype(np.float64).copy()
    np.fill_diagonal(scores, -1e9)
    heads = edmonds(scores)
    roots = [d for d in range(1, len(heads)) if heads[d] == 0]
    if len(roots) == 1:
        return heads[1:]
    best, best_total = None, -np.inf
    for root in sorted(roots):  # one of these stays; the others must hang elsewhere
        forced = scores.copy()
        forced[1:, 0] = -1e9
        forced[root, 0] = scores[root, 0]
        found = edmonds(forced)
        total = sum(forced[d, found[d]] for d in range(1, len(found)))
        if total > best_total:
            best, best_total = found, total
    return best[1:]


def edmonds(scores):
    n = len(scores)
    heads = scores.argmax(1)
    heads[0] = -1
    cycle = find_cycle(heads)
    if cycle is None:
        return heads
    inside = set(cycle)
    outside = [v for v in range(n) if v not in inside]
    m = len(outside)  # the cycle becomes node m
    small = np.full((m + 1, m + 1), -1e9)
    enter, leave = {}, {}
    cycle_score = sum(scores[v, heads[v]] for v in cycle)
    for i, v in enumerate(outside):
        for j, u in enumerate(outside):
            small[i, j] = scores[v, u]
        if v != 0:
            leave[i] = max(cycle, key=lambda u: (scores[v, u], -u))
            small[i, m] = scores[v, leave[i]]
    for j, u in enumerate(outside):
        gains = {v: cycle_score - scores[v, heads[v]] + scores[v, u] for v in cycle}
        enter[j] = max(cycle, key=lambda v: (gains[v], -v))
        small[m, j] = gains[enter[j]]
    np.fill_diagonal(small, -1e9)
    found = edmonds(small)
    for i, v in enumerate(outside):
        if v != 0:
            heads[v] = leave[i] if found[i] == m else outside[found[i]]
    v = enter[found[m]]
    heads[v] = outside[found[m]]
    return heads


def find_cycle(heads):
    colour = [0] * len(heads)
    for start in range(1, len(heads)):
        path, v = [], start
        while v > 0 and colour[v] == 0:
            colour[v] = 1
            path.append(v)
            v = heads[v]
        if v > 0 and colour[v] == 1 and v in path:
            return path[path.index(v):]
        for u in path:
            colour[u] = 2
    return None


SLOTS = {"nsubj": 0, "nsubj:pass": 0, "csubj": 0, "csubj:pass": 0, "obj": 1, "iobj": 2}
LIKELIEST = 4  # heads that are tried
SUBJECT_FIRST = np.float32(4)  # what it costs to leave the subject to a rival behind the verb


def settle_core_arguments(heads, labels, arcs, names, label_scores):
    """Where two dependents of a word fill one slot (two subjects, two objects), gives one of them another label or another
    of its likeliest heads, whichever costs least. heads and labels by word from 0, changed in place; arcs as in best_tree;
    label_scores(word, head): scores of all labels, words from 1."""
    slots = [SLOTS.get(name, -1) for name in names]
    short = [np.float32(0)] * len(heads)

    def above(word, other):
        while other:
            if other == word:
                return True
            other = heads[other - 1]
        return False

    def labelled(word, head):
        scores = label_scores(word, head)
        taken = {slots[labels[w]] for w in range(len(heads)) if w != word - 1 and heads[w] == head}
        free = [k for k in range(len(names)) if slots[k] < 0 or slots[k] not in taken]
        label = min(free, key=lambda k: (scores.max() - scores[k], k))
        shortfall = scores.max() - scores[label]
        return (arcs[word, heads[word - 1]] - arcs[word, head] + shortfall) - short[word - 1], head, label, shortfall

    while True:
        filled = {}
        for w, (head, label) in enumerate(zip(heads, labels)):
            if head and slots[label] >= 0:
                filled.setdefault((head, slots[label]), []).append(w + 1)
        rivals = min(((slot, words) for slot, words in filled.items() if len(words) > 1), default=None)
        if not rivals:
            return
        best, (verb, slot) = None, rivals[0]
        behind = slot == SLOTS["nsubj"] and rivals[1][-1] > verb
        for word in rivals[1]:
            others = np.argsort(-arcs[word], kind="stable")[:LIKELIEST].tolist()
            tried = [heads[word - 1]] + [h for h in others if h and h != heads[word - 1] and not above(word, h)]
            for change in (labelled(word, h) for h in tried):
                if behind and word < verb:
                    change = (change[0] + SUBJECT_FIRST, *change[1:])
                if best is None or change[0] < best[0][0]:
                    best = change, word
        (_, head, label, shortfall), word = best
        heads[word - 1], labels[word - 1], short[word - 1] = head, label, shortfall
