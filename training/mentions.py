"""Features of a pair of mentions, as FORMAT.md, section 8, names them. A mention is (sentence, first word, last word, kind)."""

STEPS = {"relations": (0, 1, 2), "coreference": (0, 1, 2, 3, 5), "words": (0, 1, 2, 4, 8, 16, 32)}
MORE = 9  # sentences from which coreference says "more"


def at_most(steps, n):
    return max(s for s in steps if s <= n)


def apart(head, a, b):
    n = abs(a[0] - b[0])
    return "more" if head == "coreference" and n >= MORE else str(at_most(STEPS[head], n))


def between(a, b):
    """Words between two mentions of one sentence; 0 where they overlap."""
    if a[0] != b[0]:
        return "elsewhere"
    return str(at_most(STEPS["words"], max(0, a[1] - b[2] - 1, b[1] - a[2] - 1)))


def match(a, b, sentences):
    words = lambda m: [w.lower() for w in sentences[m[0]][m[1]:m[2] + 1]]
    one, other = words(a), words(b)
    return "words" if one == other else "head" if one[-1] == other[-1] else "none"


def features(head, a, b, sentences):
    """Names of the features that hold, in the order of the head's list. sentences: lists of words."""
    if head == "relations":
        return [f"subject={a[3]}", f"object={b[3]}", f"apart={apart(head, a, b)}", f"words={between(a, b)}",
                "order=before" if a[:3] < b[:3] else "order=after"]
    return [f"asks={a[3]}", f"candidate={b[3]}", f"apart={apart(head, a, b)}", f"words={between(a, b)}",
            f"match={match(a, b, sentences)}"]
