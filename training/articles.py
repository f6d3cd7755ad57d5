"""Annotated articles for the heads that read one: whole texts, their mentions, and what is said of them.

A mention is (sentence, first word, last word, kind); what a corpus calls its kinds is in KINDS_OF below, what it calls its
relations in relations.tsv, what it calls its events in events.tsv."""
import json
import random
import re
import zlib
from dataclasses import dataclass, field
from pathlib import Path

import data
import labels
from gazetteer import fold, rows

KINDS_OF = {"PER": "person", "ORG": "organisation", "LOC": "place", "MISC": "misc", "person": "person",
            "organization": "organisation", "location": "place", "event": "event", "misc": "misc", "other": "misc"}
HOLD_OUT = 5  # of relations, each document whose number leaves 4 when divided by this is reported on, not trained on


@dataclass
class Article:
    corpus: str
    name: str
    sentences: list                               # data.Sentence
    task: str = "relations"                       # the head that learns from it, or is measured on it
    held: bool = False
    mentions: list = field(default_factory=list)  # what relations are between, or all that coreference asks about
    entities: list = field(default_factory=list)  # for each mention the number of its entity
    related: dict = field(default_factory=dict)   # (subject, object) -> {our label: whether it is sure}
    known: frozenset = frozenset()                # labels that the annotators looked for
    types: list = field(default_factory=list)     # for each mention the corpus's own type, where scores ask for it
    events: list = None                           # for each sentence and word the set of types it may have; None: any
    type: str = None                              # of the strongest word of the article, where only that is known
    found: list = None                            # names that our own head finds: for each sentence (first, last, type)
    upos: list = None                             # parts of speech that our own head finds

    def words(self):
        return [s.words for s in self.sentences]


class Meanings:
    """relations.tsv: what a corpus's labels say in ours."""

    def __init__(self):
        self.rows = {}
        for row in labels.read_table(labels.HERE / "relations.tsv"):
            self.rows.setdefault((row["corpus"], row["native"]), []).append(row)

    def known(self, corpus, natives=None):
        return frozenset(r["ours"] for (c, n), found in self.rows.items() for r in found
                         if c == corpus and r["sure"] == "1" and (natives is None or n in natives))

    def add(self, article, corpus, subject, native, object_):
        for row in self.rows.get((corpus, native), ()):
            pair = (object_, subject) if row["inverse"] == "1" else (subject, object_)
            said = article.related.setdefault(pair, {})
            said[row["ours"]] = said.get(row["ours"], False) or row["sure"] == "1"


def json_lines(path):
    return [json.loads(line) for line in data.lines_of(path)]


def cut(text):
    """Sentences of a text by simple rules: lists of (word, begin, end)."""
    out = []
    for paragraph in re.finditer(r"[^\n]+", text):
        begin = paragraph.start()
        ends = [m.start() + len(m.group().rstrip()) for m in data.SENTENCE_END.finditer(paragraph.group())]
        ends = [e for e in ends if not data.ABBREVIATED.search(paragraph.group()[:e])] + [len(paragraph.group())]
        at = 0
        for end in ends:
            words = [(m.group(), begin + at + m.start(), begin + at + m.end())
                     for m in data.TOKEN.finditer(paragraph.group()[at:end])]
            if words:
                out.append(words)
            at = end
    return out


def of_words(sentences, pieces):
    return [data.sentence(words, pieces) for words in sentences]


def demonyms_of(knowledge):
    """Adjectives and nouns of nationality, in small letters."""
    path = Path(knowledge) / "countries.tsv"
    some = [f"{row['demonyms']}|{row['adjectives']}" for row in rows(path)] if path.exists() else []
    return {fold(name) for names in some for name in names.split("|") if name}


def kind_of(native, words, gazetteer, demonyms):
    """Our kind of a name; None where it is none of ours."""
    kind, name = KINDS_OF.get(native), fold(" ".join(words))
    if kind in ("place", "misc", "organisation") and name in demonyms and words[0][:1].isupper():
        return "demonym"
    if kind == "place":
        return "country" if name in gazetteer.countries else "place"
    if kind == "misc":
        types = gazetteer.sharpen(words, frozenset(t for t in labels.NAME_TYPES if t.startswith("event") or t == "misc"))
        return "event" if types and all(t.startswith("event") and t != "event.other" for t in types) else "misc"
    return kind


# ---- readers: path, Context -> list of articles


@dataclass
class Context:
    pieces: object
    gazetteer: object
    demonyms: set
    meanings: Meanings
    folder: Path

    def kind(self, native, words):
        return kind_of(native, words, self.gazetteer, self.demonyms)


def read_redocred(path, context):
    out = []
    for number, row in enumerate(json_lines(path)):
        a = Article("redocred", row["title"], of_words(row["sents"], context.pieces), held=number % HOLD_OUT == 4,
                    known=context.meanings.known("redocred"))
        for e, mentions in enumerate(row["entities"]):
            for m in mentions:
                s, (begin, end) = m["sent_id"], m["pos"]
                kind = context.kind(m["type"], row["sents"][s][begin:end])
                if kind:
                    a.mentions.append((s, begin, end - 1, kind))
                    a.entities.append(e)
        for r in row["relations"]:
            context.meanings.add(a, "redocred", r["h"], r["r"], r["t"])
        out.append(a)
    return out


def read_dwie(path, context):
    """A demonym stands for its country, as the program takes it: "Mexican" and "Mexico" are one entity."""
    out = []
    for number, row in enumerate(json_lines(path)):
        a = Article("dwie", row["id"], of_words(row["sents"], context.pieces), held=number % HOLD_OUT == 4,
                    known=context.meanings.known("dwie"))
        stands_for = list(range(len(row["entities"])))
        for r in row["relations"]:
            if r["type"] in ("gpe0", "gpe1"):
                stands_for[r["head"]] = r["tail"]
        for e, entity in enumerate(row["entities"]):
            for m in entity["mentions"]:
                kind = context.kind(entity["type"], row["sents"][m["sent"]][m["start"]:m["end"]])
                kind = "demonym" if kind == "misc" and any(f.endswith("-x") for f in entity["fine"]) else kind
                if kind:
                    a.mentions.append((m["sent"], m["start"], m["end"] - 1, kind))
                    a.entities.append(stands_for[e])
        for r in row["relations"]:
            native = r["type"].removesuffix("-x")
            if native == "member_of" and "party" in row["entities"][r["tail"]]["fine"]:
                native = "member_of.party"
            context.meanings.add(a, "dwie", stands_for[r["head"]], native, stands_for[r["tail"]])
        out.append(a)
    return out


NO_NAMES = set("he she it they we i you who which that his her its their our my him them this whose".split())
ENDS = {"HEADQUARTERS": ("organisation", "place"), "SUBSIDIARY_OF": ("organisation", "organisation"),
        "FOUNDED_BY": ("organisation", "person"), "CEO": ("organisation", "person"), "SPOUSE": ("person", "person"),
        "CHILD_OF": ("person", "person"), "NATIONALITY": ("person", "place"), "PLACE_OF_BIRTH": ("person", "place"),
        "PLACE_OF_RESIDENCE": ("person", "place"), "EDUCATED_AT": ("person", "organisation"),
        "EMPLOYEE_OR_MEMBER_OF": ("person", "organisation"), "POLITICAL_AFFILIATION": ("person", "organisation")}
NATIVE = {"person": "PER", "organisation": "ORG", "place": "LOC"}


def read_knowledgenet(path, context):
    """Passages; of the facts those between names. Names that no fact tells of are added by `add_found`."""
    out = []
    for row in json_lines(path):
        sentences = cut(row["text"])
        a = Article("knowledgenet", row["id"], of_words([[w for w, _, _ in s] for s in sentences], context.pieces),
                    known=context.meanings.known("knowledgenet", set(row["annotated_properties"])))
        entity = {}

        def mention(span, kind):
            for s, words in enumerate(sentences):
                inside = [i for i, (_, b, e) in enumerate(words) if b < span[1] and span[0] < e]
                if inside and words[inside[0]][0][:1].isupper():
                    at = (s, inside[0], inside[-1])
                    text = [w for w, _, _ in words[at[1]:at[2] + 1]]
                    if len(text) == 1 and text[0].lower() in NO_NAMES:
                        return None
                    if at not in entity:
                        entity[at] = len(entity)
                        a.mentions.append((*at, context.kind(NATIVE[kind], text)))
                        a.entities.append(entity[at])
                    return entity[at]
            return None

        for f in row["facts"]:
            if f["property"] in ENDS:
                ends = [mention(f[k], kind) for k, kind in zip(("subj", "obj"), ENDS[f["property"]])]
                if None not in ends and ends[0] != ends[1]:
                    context.meanings.add(a, "knowledgenet", ends[0], f["property"], ends[1])
        out.append(a)
    return out


# ---- coreference

PRONOUN = {"he": "he him his himself", "she": "she her hers herself", "it": "it its itself",
           "they": "they them their theirs themselves themself", "we": "we us our ours ourselves",
           "i": "i me my mine myself", "you": "you your yours yourself yourselves", "who": "who whom whose",
           "this": "this that these those"}
PRONOUN = {form: lemma for lemma, forms in PRONOUN.items() for form in forms.split()}


def read_gum(path, context):
    """Spans of noun phrases, cut to [first word, head] with the help of the trees, where these are."""
    trees = {}
    for split in ("train", "dev"):
        tree_file = context.folder / f"train/conllu/en_gum-ud-{split}.conllu.xz"
        for doc in data.read_conllu(tree_file) if tree_file.exists() else ():
            for s in doc:
                trees.setdefault(tuple(r[0] for r in s), s)
    out = []
    for row in json_lines(path):
        a = Article("gum", row["doc"], of_words(row["sents"], context.pieces), "coreference")
        numbers, seen = {}, set()
        for m in row["mentions"]:
            tree = trees.get(tuple(row["sents"][m["sent"]]))
            if tree is None:
                continue
            first, head = m["start"], head_of(tree, m["start"], m["end"])
            words = row["sents"][m["sent"]]
            kind = "nominal"
            if tree[head][2] == "PRON" or first == head and words[head].lower() in ("his", "her", "its", "their", "my", "our", "your"):
                kind = PRONOUN.get(words[head].lower(), "nominal")
                first = head if kind != "nominal" else first
            elif tree[head][2] == "PROPN":
                kind = {"person": "person", "place": "place", "organization": "organisation", "event": "event"}.get(m["type"], "nominal")
                first, head = name_at(tree, head, m["start"], m["end"])
                if kind == "place" and fold(" ".join(words[first:head + 1])) in context.gazetteer.countries:
                    kind = "country"
            if (m["sent"], first, head) in seen:
                continue
            seen.add((m["sent"], first, head))
            a.mentions.append((m["sent"], first, head, kind))
            a.entities.append(numbers.setdefault(m["cluster"], len(numbers)))
            a.types.append(m["type"])
        order = sorted(range(len(a.mentions)), key=lambda i: a.mentions[i][:3])
        a.mentions, a.entities, a.types = ([of[i] for i in order] for of in (a.mentions, a.entities, a.types))
        out.append(a)
    return out


def head_of(tree, begin, end):
    """The word of a span whose head lies outside it."""
    tops = [i for i in range(begin, end) if not begin <= tree[i][4] - 1 < end and tree[i][2] != "PUNCT"]
    named = [i for i in tops if tree[i][2] in ("NOUN", "PROPN", "PRON", "NUM")]
    return (named or tops or [end - 1])[0]


def name_at(tree, head, begin, end):
    """First and last word of the name that a head stands in: the run of proper nouns around it within the span."""
    first = last = head
    while first > begin and tree[first - 1][2] == "PROPN":
        first -= 1
    while last + 1 < end and (tree[last + 1][2] == "PROPN" or tree[last + 1][5].startswith("flat")):
        last += 1
    return first, last


# ---- events

NOTHING = frozenset({"none"})
NO_TRIGGERS = set("say be have do tell add note report state think know see want go come get make take give become seem include".split())


class EventMeanings:
    """events.tsv: what a corpus's labels of triggers say in PLOVER's."""

    def __init__(self):
        self.rows = {(r["corpus"], r["native"]): frozenset(r["means"].split()) for r in labels.read_table(labels.HERE / "events.tsv")}

    def of(self, corpus, native):
        while native:
            if (corpus, native) in self.rows:
                return self.rows[corpus, native]
            native = native.rpartition(".")[0]
        return None


def read_m2e2(path, context):
    out, means = [], EventMeanings()
    for number, row in enumerate(json_lines(path)):
        a = Article("m2e2", row["doc"], of_words([s["tokens"] for s in row["sents"]], context.pieces), "events",
                    number % HOLD_OUT == 4)
        a.events = [[None] * len(s["tokens"]) for s in row["sents"]]
        for marks, s in zip(a.events, row["sents"]):
            for e in s["events"]:
                meant = means.of("m2e2", e["type"])
                for i in range(*e["trigger"]):
                    marks[i] = meant if i == e["trigger"][0] else None
        out.append(a)
    return out


def read_wikievents(path, context):
    out, means = [], EventMeanings()
    for number, row in enumerate(json_lines(path)):
        starts, sentences = [0], []
        for length in row["sentences"]:
            n = sum(length)
            sentences.append(row["tokens"][starts[-1]:starts[-1] + n])
            starts.append(starts[-1] + n)
        a = Article("wikievents", row["doc"], of_words(sentences, context.pieces), "events", number % HOLD_OUT == 4)
        a.events = [[None] * len(s) for s in sentences]
        for e in row["events"]:
            s, at = e["trigger"]["sent_idx"], e["trigger"]["start"]
            if 0 <= at - starts[s] < len(sentences[s]):
                a.events[s][at - starts[s]] = means.of("wikievents", e["event_type"])
        out.append(a)
    return out


def held_headline(title):
    """A tenth of the headlines, with the dozen reports that were written from each."""
    return zlib.crc32(title.encode()) % 10 == 0


def read_ngec(path, context, sentences=2):
    """The first sentences of machine-written reports, each with the type of the whole."""
    out = []
    for row in json_lines(path):
        found = [[w for w, _, _ in s] for s in cut(row["text"])[:sentences]]
        if found and sum(map(len, found)) <= 120:
            out.append(Article("ngec", row["id"], of_words(found, context.pieces), "events",
                               held_headline(row["title_template"]), type=row["event"]))
    return out


def read_templates(path, context, times=4):
    """Headlines with gaps, filled with countries and cities; as they are, in small letters, and with a full stop."""
    rng = random.Random("templates")
    countries = sorted(c.title() for c in context.gazetteer.countries if c.isalpha() and len(c) > 3)
    cities = sorted(n.title() for n, k in context.gazetteer.kinds.items() if k == {"place.city"} and n.isalpha())
    out = []
    for number, row in enumerate(json_lines(path)):
        for time in range(times):
            text = re.sub(r"\{(\w+)\}", lambda m: rng.choice(cities if m[1] == "city" else countries), row["title"])
            if time % 2:
                text = " ".join(w if w.istitle() and w.lower() in context.gazetteer.countries else w.lower() if i else w
                                for i, w in enumerate(text.split()))
            words = [w for s in cut(text) for w, _, _ in s]
            out.append(Article("templates", f"template-{number}-{time}", of_words([words], context.pieces), "events",
                               held_headline(row["title"]), type=row["event"]))
    return out


def read_quiet(path, context):
    """GUM's texts without news: no word of them tells of politics between states."""
    genres = {"whow", "vlog", "fiction", "academic", "textbook", "conversation", "voyage"}
    out = []
    for number, row in enumerate(json_lines(path)):
        if row["genre"] in genres:
            a = Article("quiet", row["doc"], of_words(row["sents"], context.pieces), "events", number % HOLD_OUT == 4)
            a.events = [[NOTHING] * len(s) for s in row["sents"]]
            out.append(a)
    return out


def read_plain(path, context):
    """Articles without annotations."""
    out = []
    for number, row in enumerate(json_lines(path)):
        sentences = [[w for w, _, _ in s] for s in cut(row["text"])]
        if sentences:
            out.append(Article("plain", row["id"], of_words(sentences, context.pieces), "events", number % HOLD_OUT == 4,
                               events=[[None] * len(s) for s in sentences]))
    return out


PLOVER_NOW = {"DEMAND": "REQUEST", "DISAPPROVE": "ACCUSE", "INVESTIGATE": "ACCUSE", "FIGHT": "ASSAULT"}


def read_plover(path, context):
    """Sentences that PLOVER's authors coded, older names of types put into today's; measured on, never trained on."""
    types = {}
    for row in json.loads(Path(path).read_text(encoding="utf-8")):
        if row["event"] != "DOCUMENT":
            types.setdefault(row["text"], []).append(PLOVER_NOW.get(row["event"], row["event"]))
    out = []
    for text, some in types.items():
        a = Article("plover", text, of_words([[w for s in cut(text) for w, _, _ in s]], context.pieces), "events", types=some)
        a.found, a.upos = [[]], [["X"] * len(a.sentences[0].words)]
        out.append(a)
    return out


def add_found(article):
    """Puts right with the help of the names that our own head found: what a corpus calls miscellaneous is an event where the head
    says so; where only facts were annotated, all other names are mentions too, each an entity of its own."""
    found = {(s, f, l): t.split(".")[0] for s, some in enumerate(article.found) for f, l, t in some}
    article.mentions = [(*m[:3], found.get(m[:3], "misc")) if m[3] == "misc" else m for m in article.mentions]
    if article.corpus == "knowledgenet":
        taken = {(m[0], w) for m in article.mentions for w in range(m[1], m[2] + 1)}
        entity = len(article.entities)
        for (s, f, l), kind in sorted(found.items()):
            if not any((s, w) in taken for w in range(f, l + 1)):
                article.mentions.append((s, f, l, kind))
                article.entities.append(entity)
                entity += 1


READERS = {"redocred": read_redocred, "dwie": read_dwie, "knowledgenet": read_knowledgenet,
           "gum": read_gum, "m2e2": read_m2e2, "wikievents": read_wikievents, "ngec": read_ngec,
           "templates": read_templates, "quiet": read_quiet, "plain": read_plain}
