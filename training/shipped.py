"""A model file taken up again: its networks with the weights that its 8 bits stand for, and what else an export asks for.

8-bit arithmetic on these weights is the file's own to the bit, so what stands on a layer that is left alone stays as it is."""
from types import SimpleNamespace

import numpy as np
import torch

import article
import labels
import model as network
import reference

OF_THE_NETWORK = ("upos", "xpos", "lemma", "rel")  # lists of labels that training once counted


class Shipped:
    """What `prepared.Prepared` gives to the later phases, out of a file: `rows`, `pieces`, `inventory`; and its networks."""

    def __init__(self, path):
        file = reference.ModelFile(path)
        self.pieces = file.pieces
        self.rows = labels.read_table(labels.HERE / "data.tsv")
        self.inventory = SimpleNamespace(lists={k: tuple(file.labels[k]) for k in OF_THE_NETWORK})
        self.scores = file.header["scores"]
        self.tensors = file.tensors
        known = {k: v for k, v in file.settings.items() if k in network.Sizes.__dataclass_fields__}
        self.model = network.Reader(network.Sizes(**known))
        self.fill(self.model)

    def heads(self):
        """The article heads of the file, to learn on from where they are."""
        heads = article.ArticleHeads(self.model)
        self.fill(heads)
        return heads

    def fill(self, module):
        state = {}
        for name in module.state_dict():
            base = name.removesuffix(".weight")
            value = self.tensors.get(name, self.tensors.get(base))
            if base + ".scale" in self.tensors and name.endswith(".weight"):
                value = value.astype(np.float32) * self.tensors[base + ".scale"][:, None]
            state[name] = torch.from_numpy(np.array(value, np.float32))
        module.load_state_dict(state)
