"""Sharpens the type of a name while data are prepared: a corpus says "Location", a list says that it is a country.

Only labels of training data are touched, and only within what the corpus allows. Countries come from Unicode CLDR and
hand-written tables, other lists from the tables of knowledge/."""
import csv
import json
import re
from pathlib import Path

ORGANISATION = {"IGO": "igo", "PTY": "party", "GOV": "government", "LEG": "government", "JUD": "government",
                "COP": "government", "SPY": "government", "COM": "company", "MED": "media", "MIL": "military",
                "REB": "armed_group", "CRM": "armed_group", "NGO": "ngo", "EDU": "education", "REL": "other",
                "OPP": "other"}
MORE_COUNTRIES = (
    "us|usa|u.s.|u.s.a.|u.s|america|uk|u.k.|britain|great britain|england|scotland|wales|northern ireland|uae|u.a.e.|drc|"
    "dr congo|congo|ivory coast|burma|holland|czech republic|macedonia|swaziland|palestine|kosovo|ussr|soviet union|"
    "yugoslavia|czechoslovakia|east germany|west germany|south korea|north korea|cape verde|east timor|hong kong|taiwan|"
    "russia|iran|syria|laos|vietnam|tanzania|bolivia|venezuela|moldova|brunei|turkey|gambia|bahamas|prussia")
WORDS = [  # whole words that settle the type of a name, asked in this order
    (r"party|democrats|republicans|labour party|conservatives", "organisation.party"),
    (r"university|college|school|academy", "organisation.education"),
    (r"army|navy|air force|brigade|battalion|armed forces|defen[cs]e forces?", "organisation.military"),
    (r"ministry|department|police|court|parliament|senate|assembly|congress|council|government|bureau|authority|"
     r"commission|cabinet|house of representatives", "organisation.government"),
    (r"times|post|news|herald|tv|radio|gazette|television|broadcasting|tribune", "organisation.media"),
    (r"bank|inc|corp|ltd|plc|company|airlines|airways|motors|holdings|limited|corporation", "organisation.company"),
    (r"foundation|federation|association|union|society|institute", "organisation.ngo"),
    (r"election|elections|referendum|by-election|primary", "event.election"),
    (r"summit|conference|forum|meeting", "event.summit"),
    (r"war|battle|revolution|uprising|invasion|siege|massacre|genocide|rebellion|offensive", "event.war"),
    (r"treaty|agreement|accord|accords|pact|protocol|convention", "event.treaty"),
    (r"earthquake|hurricane|cyclone|typhoon|tsunami|flood|floods|pandemic|epidemic|disaster|fire", "event.disaster"),
    (r"river|lake|sea|ocean|strait|gulf|bay|canal", "place.water"),
    (r"airport|bridge|stadium|hospital|palace|prison|base|port|mosque|church|road|street|square", "place.facility"),
    (r"province|state|county|region|district|governorate|peninsula|islands?|valley|mountains?|desert", "place.region"),
]
NAMED_BY_A_WORD = {"event.election", "event.summit", "event.war", "event.treaty"}
WORDS = [(re.compile(rf"\b(?:{w})\b"), t) for w, t in WORDS]


def rows(path):
    with open(path, encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)


def fold(name):
    name = " ".join(name.split()).lower().replace(" - ", "-").replace("’", "'")
    return name[4:] if name.startswith("the ") else name


class Gazetteer:
    def __init__(self, knowledge):
        """knowledge: the folder with the tables; without one, only the words above sharpen."""
        knowledge = Path(knowledge)
        self.kinds = {}
        self.countries = set(MORE_COUNTRIES.split("|"))
        self.groups = set()
        if not knowledge.is_dir():
            return
        territories = json.loads((knowledge / "raw/cldr/territories.en.json").read_text(encoding="utf-8"))
        self.read_territories(territories)
        for row in rows(knowledge / "groups.tsv"):
            self.groups |= {fold(n) for n in [row["name"], *(row["aliases"] or "").split("|")] if n}
        for row in rows(knowledge / "organisations.tsv"):
            kind = "organisation." + ORGANISATION.get(row["kind"], "other")
            for n in [row["name"], row["acronym"] or "", *(row["aliases"] or "").split("|")]:
                if n:
                    self.kinds.setdefault(fold(n), set()).add(kind)
        for row in rows(knowledge / "places.tsv"):
            kind = {"city": "city", "capital": "city", "admin1": "region", "sea": "water", "strait": "water",
                    "river": "water", "base": "facility", "site": "facility", "venue": "facility"}.get(row["kind"], "region")
            for n in [row["name"], *(row["aliases"] or "").split("|")]:
                if n:
                    self.kinds.setdefault(fold(n), set()).add("place." + kind)
        for row in rows(knowledge / "people.tsv"):
            if " " in row["name"] and row["role_class"] not in ("media", "business", "military"):
                self.kinds.setdefault(fold(row["name"]), set()).add("person.politician")

    def read_territories(self, node):
        if isinstance(node, dict):
            for key, value in node.items():
                if isinstance(value, str) and re.fullmatch(r"[A-Z]{2}(-alt-\w+)?", key):
                    self.countries.add(fold(value))
                else:
                    self.read_territories(value)

    def sharpen(self, words, types):
        """The types, of those that the corpus allows (a frozenset), that the lists leave for this name."""
        name = fold(" ".join(words))
        if "country" in types and any(t.startswith("place.") for t in types):
            if name in self.countries:
                return frozenset({"country"})
            types = types - {"country"}
        if "demonym" in types and "group" in types and not any(t.startswith("event") or t == "misc" for t in types):
            return frozenset({"group" if name in self.groups else "demonym"})
        known = self.kinds.get(name, set()) & types
        if known:
            return frozenset(known) if len(known) == 1 else types
        for pattern, kind in WORDS:
            if kind in types and pattern.search(name) and not ("misc" in types and kind.startswith("organisation.")):
                return frozenset({kind})
        if "event.other" in types:  # a named event that no word calls an election, a war ...
            return types - NAMED_BY_A_WORD
        return types
