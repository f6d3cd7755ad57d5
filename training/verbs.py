"""Marks words that mostly tell of a type of event (triggers.tsv): silver, to learn from beside the few annotated words."""
from collections import defaultdict

import labels

ONTOLOGY = labels.HERE.parent / "data" / "ontology"
ACTORS = {"country", "demonym", "person", "organisation"}


def forms_of(lemma, irregular):
    """The forms of a regular verb, and those of the table."""
    end = lemma[:-1] if lemma.endswith("e") else lemma
    forms = {lemma, lemma + "s", lemma + "es", end + "ed", end + "ing", *irregular.get(lemma, ())}
    if lemma.endswith("y"):
        forms |= {lemma[:-1] + "ies", lemma[:-1] + "ied"}
    if lemma[-1] not in "aeiouwxy" and lemma[-2:-1] in tuple("aeiou") and lemma[-3:-2] not in tuple("aeiou"):
        forms |= {lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"}
    return forms


class Tables:
    def __init__(self):
        irregular = {r["lemma"]: r["forms"].split("|") for r in labels.read_table(ONTOLOGY / "irregular_verbs.tsv")}
        lemmas = defaultdict(set)
        for row in labels.read_table(labels.HERE / "triggers.tsv"):
            for upos, words in (("VERB", row["verbs"]), ("NOUN", row["nouns"])):
                for word in words.split():
                    lemmas[upos, word].add(row["type"])
        self.types = defaultdict(set)
        for (upos, lemma), types in lemmas.items():
            for form in forms_of(lemma, irregular) if upos == "VERB" else (lemma, lemma + "s"):
                self.types[upos, form] |= types


def mark(article, tables):
    """Gives words without a mark the type of the tables: where the type of the whole text is known, only if it is that; else for sure
    only to verbs beside a name of somebody who acts."""
    if article.type:
        article.events = [[None] * len(s.words) for s in article.sentences]
    for s, sentence in enumerate(article.sentences):
        acts = any(t.split(".")[0] in ACTORS for _, _, t in article.found[s])
        for i, word in enumerate(sentence.words):
            upos = article.upos[s][i]
            types = tables.types.get((upos, word.lower())) if article.events[s][i] is None else None
            if types and article.type:
                article.events[s][i] = frozenset({article.type}) if article.type in types else None
            elif types:
                article.events[s][i] = frozenset(types if acts and upos == "VERB" else types | {"none"})
