"""All corpora of data.tsv, read once and kept: sentences with targets, and the labels they gave."""
from pathlib import Path

import data
import labels
import model as network
from gazetteer import Gazetteer
from pieces import Pieces


class Prepared:
    """All training sentences with their targets, by the names of data.tsv."""

    def __init__(self, folder, vocabulary):
        self.pieces = Pieces(vocabulary)
        self.inventory = data.Inventory()
        self.docs = {}
        self.rows = labels.read_table(labels.HERE / "data.tsv")
        gazetteer = Gazetteer(Path(folder) / "knowledge")
        files = {r["name"]: data.read_conllu(Path(folder) / r["file"]) for r in self.rows if r["format"] == "conllu"}
        self.inventory.count([d for docs in files.values() for d in docs])
        for row in self.rows:
            if row["role"] in ("never", "article"):
                continue
            path = Path(folder) / row["file"]
            if row["format"] == "conllu":
                self.docs[row["name"]] = data.from_conllu(files[row["name"]], self.pieces, self.inventory)
            elif row["format"] == "iob":
                scheme = labels.Scheme(row["scheme"]) if row["scheme"] != "-" else None
                docs = data.part_of(data.read_iob(path), float(row["share"]))
                self.docs[row["name"]] = data.from_iob(docs, self.pieces, self.inventory, scheme, gazetteer)
            elif row["format"] == "tagged":
                self.docs[row["name"]] = data.from_iob(data.read_tagged(path), self.pieces, self.inventory, None, None)
            elif row["format"] == "articles":
                docs = data.read_articles(path, float(row["share"]))
                self.docs[row["name"]] = data.from_iob(docs, self.pieces, self.inventory, None, None)
            print(f"prepare: {row['name']}: {sum(len(s.words) for d in self.docs[row['name']] for s in d)} words", flush=True)

    def sources(self, roles, formats=("conllu", "iob", "articles")):
        return [(self.docs[r["name"]], float(r["repeat"])) for r in self.rows if r["role"] in roles and r["format"] in formats]

    def sizes(self):
        lists = self.inventory.lists
        return network.Sizes(len(self.pieces.vocabulary), len(lists["xpos"]), len(lists["lemma"]), len(lists["rel"]))
