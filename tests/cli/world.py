#!/usr/bin/env python3
"""Writes the small world of the command tests: extraction lines made by hand, so that the tests do not change with the rules.

    world.py > world.jsonl
"""
import json
import sys

ENTITIES = {
    "xi": ("person", "politician", "Xi Jinping", "person/xi-jinping", "CHN", "GOV", None, "Q15031"),
    "trump": ("person", "politician", "Donald Trump", "person/donald-trump", "USA", "GOV", None, "Q22686"),
    "wang": ("person", "politician", "Wang Yi", "person/wang-yi", "CHN", "GOV", None, None),
    "kim": ("person", "politician", "Kim Jong Un", "person/kim-jong-un", "PRK", "GOV", None, None),
    "china": ("country", None, "China", "country/chn", "CHN", None, "CHN", "Q148"),
    "usa": ("country", None, "United States", "country/usa", "USA", None, "USA", "Q30"),
    "russia": ("country", None, "Russia", "country/rus", "RUS", None, "RUS", "Q159"),
    "iran": ("country", None, "Iran", "country/irn", "IRN", None, "IRN", "Q794"),
    "iaea": ("organisation", "igo", "International Atomic Energy Agency", "organisation/international-atomic-energy-agency",
             None, "IGO", None, "Q41984"),
    "busan": ("place", "city", "Busan", "place/busan", "KOR", None, None, None),
    "georgia": ("country", None, "Georgia", "country/geo", "GEO", None, "GEO", "Q230"),
    "georgia_us": ("place", "region", "Georgia", "place/georgia-us", "USA", None, None, "Q1428"),
}


class Article:
    """Sentences with what they say; statements find their evidence by the sentence they are added after."""

    def __init__(self, number, published, source, title):
        self.head = {"id": f"a{number}", "title": title, "published": published, "source": source,
                     "url": f"https://news.example/{number}", "language": "en"}
        self.text, self.sentences, self.entities, self.mentions = "", [], [], []
        self.relations, self.events = [], []

    def says(self, sentence, **names):
        """A sentence; names: entity=words by which the sentence names it."""
        if self.text:
            self.text += "\n"
        begin = len(self.text)
        self.text += sentence
        self.sentences.append([begin, len(self.text)])
        for entity, words in names.items():
            at = begin + sentence.index(words)
            kind = ENTITIES[entity][0]
            self.mentions.append({"begin": at, "end": at + len(words), "form": "name", "kind": kind,
                                  "entity": self.index(entity)})
        return self

    def index(self, entity):
        if entity not in self.entities:
            self.entities.append(entity)
        return self.entities.index(entity)

    def relation(self, kind, subject, object_, confidence, role=None, negated=False, past=False, start=None,
                 background=False):
        self.relations.append({
            "type": kind, "property": None, "inverse": False, "subject": self.index(subject),
            "object": self.index(object_), "role": role, "start": start, "end": None, "negated": negated,
            "past": past, "background": background, "evidence": self.sentences[-1], "confidence": confidence, "rule": "test"})
        return self

    def event(self, kind, sources, targets, date, confidence, quad, intensity, mode=None, place=None,
              modality="actual", attribution=None):
        self.events.append({
            "type": kind, "mode": mode, "contexts": [], "cameo": None, "quad": quad, "intensity": intensity,
            "date": date, "date_precision": "day" if date else "unknown",
            "place": None if place is None else self.index(place),
            "source": [self.index(s) for s in sources], "target": [self.index(t) for t in targets],
            "trigger": self.sentences[-1], "evidence": self.sentences[-1], "modality": modality,
            "attribution": None if attribution is None else self.index(attribution),
            "confidence": confidence, "rule": "test"})
        return self

    def line(self):
        entities = []
        for name in self.entities:
            kind, type_, label, key, country, sector, iso3, wikidata = ENTITIES[name]
            entities.append({"kind": kind, "type": type_, "name": label, "key": key, "country": country,
                             "sector": sector, "links": {"iso3": iso3, "wikidata": wikidata}})
        return {"schema": "entente/extraction/1", "article": dict(self.head, text=self.text),
                "sentences": self.sentences, "entities": entities,
                "mentions": sorted(self.mentions, key=lambda m: (m["begin"], m["end"])),
                "relations": self.relations, "events": self.events}


def articles():
    a = Article(1, "2025-10-31", "Reuters", "Xi and Trump meet in Busan")
    a.says("Chinese President Xi Jinping met Donald Trump in Busan on Thursday.", xi="Xi Jinping", trump="Donald Trump",
           busan="Busan", china="Chinese")
    a.relation("leads", "xi", "china", 0.97, role="president")
    a.relation("citizen_of", "xi", "china", 0.9, background=True)
    a.event("CONSULT", ["xi"], ["trump"], "2025-10-30", 0.9, 1, 1.9, mode="visit", place="busan")
    a.says("Trump, the president of the United States, praised the talks.", trump="Trump", usa="United States")
    a.relation("leads", "trump", "usa", 0.95, role="president")
    yield a

    a = Article(2, "2025-11-01", "AP", "Beijing and Washington")
    a.says("Xi Jinping and Donald Trump held talks in Busan on October 30.", xi="Xi Jinping", trump="Donald Trump",
           busan="Busan")
    a.event("CONSULT", ["xi"], ["trump"], "2025-10-30", 0.85, 1, 1.9, mode="visit", place="busan")
    a.says("Trump and Wang Yi agreed to meet again.", trump="Trump", wang="Wang Yi")
    a.event("AGREE", ["trump", "wang"], [], "2025-10-31", 0.8, 1, 4)
    a.says("The United States imposed sanctions on Iran on November 1.", usa="United States", iran="Iran")
    a.relation("citizen_of", "trump", "usa", 0.9, background=True)
    a.event("SANCTION", ["usa"], ["iran"], "2025-11-01", 0.92, 4, -4)
    a.says("Russia denied that it had threatened the United States.", russia="Russia", usa="United States")
    a.event("THREATEN", ["russia"], ["usa"], None, 0.6, 3, -6, modality="denied", attribution="russia")
    yield a

    a = Article(3, "2025-11-03", "Reuters", "Wang Yi in Moscow")
    a.says("Wang Yi, foreign minister of China, will visit Russia on November 10.", wang="Wang Yi", china="China",
           russia="Russia")
    a.relation("holds_office_in", "wang", "china", 0.93, role="foreign minister")
    a.relation("holds_office_in", "wang", "china", 0.9, background=True)
    a.event("CONSULT", ["wang"], ["russia"], "2025-11-10", 0.7, 1, 1.9, mode="visit", modality="planned")
    a.says("Russia condemned the sanctions of the United States.", russia="Russia", usa="United States")
    a.event("ACCUSE", ["russia"], ["usa"], "2025-11-03", 0.8, 3, -2)
    yield a

    a = Article(4, "2025-11-05", "Kyodo", "IAEA seeks access")
    a.says("The International Atomic Energy Agency asked Iran for access.", iaea="International Atomic Energy Agency",
           iran="Iran")
    a.event("REQUEST", ["iaea"], ["iran"], "2025-11-05", 0.88, 3, -5)
    a.says("North Korea's Kim Jong Un is not a member of the International Atomic Energy Agency.", kim="Kim Jong Un",
           iaea="International Atomic Energy Agency")
    a.relation("member_of", "kim", "iaea", 0.5, negated=True)
    yield a

    a = Article(5, "2025-11-06", "AP", "Two Georgias")
    a.says("Georgia, in the Caucasus, and Georgia, in the United States, signed a treaty.", georgia="Georgia",
           usa="United States")
    a.mentions.append({"begin": 30, "end": 37, "form": "name", "kind": "place", "entity": a.index("georgia_us")})
    a.relation("located_in", "georgia_us", "usa", 0.9)
    a.event("AGREE", ["georgia"], ["georgia_us"], "2025-11-06", 0.75, 1, 4)
    yield a


if __name__ == "__main__":
    for article in articles():
        json.dump(article.line(), sys.stdout, ensure_ascii=False)
        sys.stdout.write("\n")
