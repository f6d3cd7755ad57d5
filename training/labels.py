"""The labels of each head, and what the labels of a corpus mean in terms of ours."""
import csv
from fnmatch import fnmatchcase
from pathlib import Path

HERE = Path(__file__).parent
NAME_TYPES = (
    "person.politician", "person.other", "country", "organisation.igo", "organisation.ngo", "organisation.government",
    "organisation.party", "organisation.company", "organisation.media", "organisation.military",
    "organisation.armed_group", "organisation.education", "organisation.other", "place.city", "place.region",
    "place.water", "place.facility", "place.other", "event.summit", "event.election", "event.war", "event.treaty",
    "event.disaster", "event.other", "demonym", "group", "misc")
NAME_TAGS = ["O"] + [f"{p}-{t}" for t in NAME_TYPES for p in "BIES"]
TAG_ID = {t: i for i, t in enumerate(NAME_TAGS)}
UPOS = ("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X").split()


def read_table(path):
    with open(path, encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


class Scheme:
    """What the native labels of one corpus allow: label -> (set of our types, whether no name at all is allowed)."""

    def __init__(self, name):
        self.name = name
        self.means = {}
        for row in read_table(HERE / "names.tsv"):
            if row["scheme"] == name:
                patterns = row["means"].split()
                types = frozenset(t for t in NAME_TYPES if any(fnmatchcase(t, p) for p in patterns if p != "O"))
                self.means[row["native"]] = (types, "O" in patterns)
        if not self.means:
            raise SystemExit(f"no scheme '{name}' in names.tsv")

    def of(self, native):
        if native in self.means:
            return self.means[native]
        if "*" in self.means:
            return self.means["*"]
        raise SystemExit(f"scheme '{self.name}' of names.tsv says nothing of the label '{native}'")


def spans_of(tags):
    """IOB2 tags -> [(begin, end, label)]."""
    spans = []
    for i, tag in enumerate(tags):
        if tag[:2] == "B-" or tag[:2] == "I-" and not (spans and spans[-1][1] == i and spans[-1][2] == tag[2:]):
            spans.append((i, i + 1, tag[2:]))
        elif tag[:2] == "I-":
            spans[-1] = (spans[-1][0], i + 1, tag[2:])
    return spans


def allowed_tags(words, tags, scheme, gazetteer):
    """For each word the frozenset of ids of our tags that agree with the corpus's tags."""
    types, nothing = scheme.of("O")
    outside = frozenset([0] * nothing + [TAG_ID[f"{p}-{t}"] for t in types for p in "BIES"])
    allowed = [outside] * len(words)
    for begin, end, label in spans_of(tags):
        types, nothing = scheme.of(label)
        types = gazetteer.sharpen(words[begin:end], types)
        for i in range(begin, end):
            place = "S" if end - begin == 1 else "B" if i == begin else "E" if i == end - 1 else "I"
            allowed[i] = frozenset([0] * nothing + [TAG_ID[f"{place}-{t}"] for t in types])
    return allowed


# ---- lemmas: an edit of the form, as text: case, letters cut from the end, letters put on


def lemma_rule(form, lemma):
    for case, base in (("keep", form), ("lower", form.lower()), ("start", form[:1].upper() + form[1:].lower())):
        common = 0
        while common < min(len(base), len(lemma)) and base[common] == lemma[common]:
            common += 1
        if common >= (1 if len(form) > 1 else 0) and len(base) - common <= 4 and common:
            return f"{case}|{len(base) - common}|{lemma[common:]}"
    return f"whole|0|{lemma}"


def apply_rule(form, rule):
    case, cut, put = rule.split("|", 2)
    if case == "whole":
        return put
    base = {"keep": form, "lower": form.lower(), "start": form[:1].upper() + form[1:].lower()}[case]
    return base[:max(0, len(base) - int(cut))] + put
