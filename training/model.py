"""The network: a small BERT encoder with case embeddings, and one head per task on the first piece of each word.

`Linear` and the attention can imitate 8-bit arithmetic (see quantise in the README); FORMAT.md says exactly what the
program computes."""
import math
from dataclasses import dataclass, asdict

import torch
import torch.nn.functional as F
from torch import nn

import labels
from pieces import CASES


@dataclass
class Sizes:
    vocabulary: int
    xpos: int
    lemma: int
    rel: int
    hidden: int = 384
    layers: int = 6
    heads: int = 12
    inner: int = 1536
    positions: int = 256
    arc: int = 256
    label: int = 192
    names_inner: int = 256


class Round(torch.autograd.Function):
    """Rounds; lets gradients through."""

    @staticmethod
    def forward(ctx, x):
        return torch.round(x)

    @staticmethod
    def backward(ctx, g):
        return g


def to_8_bits(x, dims):
    """x as whole numbers of at most 127 and the scale to multiply them by, one for each slice over `dims`."""
    scale = x.detach().abs().amax(dim=dims, keepdim=True).clamp_min(1e-30) / 127
    return Round.apply(x / scale), scale


def as_8_bits(x, dims):
    x, scale = to_8_bits(x, dims)
    return x * scale


class Drop(nn.Module):
    """Dropout that drops the same places of all windows of a batch: an eighth of the cost on a processor."""

    def __init__(self, share):
        super().__init__()
        self.share = share

    def forward(self, x):
        if not self.training:
            return x
        keep = torch.rand(x.shape[1:] if x.dim() > 2 else x.shape) >= self.share
        return x * (keep / (1 - self.share)).to(x.dtype)


class Mode:
    """Whether to imitate 8 bits; shared by all layers of a model."""

    def __init__(self):
        self.eight_bits = False


class Linear(nn.Linear):
    def __init__(self, mode, inputs, outputs):
        super().__init__(inputs, outputs)
        self.mode = mode

    def forward(self, x):
        if not self.mode.eight_bits:
            return super().forward(x)
        x, x_scale = to_8_bits(x.float(), -1)
        w, w_scale = to_8_bits(self.weight, 1)
        return F.linear(x, w).float() * (x_scale * w_scale[:, 0]) + self.bias


class Layer(nn.Module):
    def __init__(self, mode, sizes):
        super().__init__()
        self.mode, self.heads = mode, sizes.heads
        self.qkv = Linear(mode, sizes.hidden, 3 * sizes.hidden)
        self.out = Linear(mode, sizes.hidden, sizes.hidden)
        self.norm1 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.up = Linear(mode, sizes.hidden, sizes.inner)
        self.down = Linear(mode, sizes.inner, sizes.hidden)
        self.norm2 = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = Drop(0.1)

    def attend(self, x, bias):
        b, t, h = x.shape
        q, k, v = self.qkv(x).view(b, t, 3, self.heads, h // self.heads).permute(2, 0, 3, 1, 4)
        if self.mode.eight_bits:
            q, k, v = as_8_bits(q.float(), -1), as_8_bits(k.float(), -1), as_8_bits(v.float(), (-1, -2))
            scores = q @ k.transpose(-1, -2) / math.sqrt(h // self.heads) + bias
            p = torch.exp(scores.float() - scores.float().amax(-1, keepdim=True).detach())
            p = Round.apply(p * 255)
            y = (p @ v) / p.sum(-1, keepdim=True)
        else:
            scores = (q * (h // self.heads) ** -0.5) @ k.transpose(-1, -2) + bias.to(q.dtype)
            y = torch.softmax(scores, -1, dtype=q.dtype) @ v
        return self.out(y.transpose(1, 2).reshape(b, t, h))

    def forward(self, x, bias):
        x = self.norm1(x + self.drop(self.attend(x, bias)))
        return self.norm2(x + self.drop(self.down(F.gelu(self.up(x), approximate="tanh"))))


class Encoder(nn.Module):
    def __init__(self, mode, sizes):
        super().__init__()
        self.mode = mode
        self.words = nn.Embedding(sizes.vocabulary, sizes.hidden)
        self.positions = nn.Embedding(sizes.positions, sizes.hidden)
        self.cases = nn.Embedding(len(CASES), sizes.hidden)
        nn.init.normal_(self.cases.weight, std=0.02)
        self.norm = nn.LayerNorm(sizes.hidden, eps=1e-12)
        self.drop = Drop(0.1)
        self.layers = nn.ModuleList(Layer(mode, sizes) for _ in range(sizes.layers))

    def forward(self, pieces, cases, lengths):
        return self.both(pieces, cases, lengths, 0)[1]

    def bias(self, lengths, t):
        return torch.zeros(len(lengths), 1, 1, t).masked_fill_(torch.arange(t) >= lengths[:, None, None, None], -1e4)

    def last(self, below, lengths):
        """Vectors after the last layer, of those before it."""
        return self.layers[-1](below, self.bias(lengths, below.shape[1]))

    def both(self, pieces, cases, lengths, lower):
        """Vectors after the first `lower` layers, and after all."""
        t = pieces.shape[1]
        places = torch.arange(t)
        bias = self.bias(lengths, t)
        words = as_8_bits(self.words.weight, 1)[pieces] if self.mode.eight_bits else self.words(pieces)
        x = self.drop(self.norm(words + self.positions(places.clamp_max(self.positions.num_embeddings - 1)) + self.cases(cases)))
        below = x
        for number, layer in enumerate(self.layers, 1):
            x = layer(x, bias)
            below = x if number == lower else below
        return below, x


class Names(nn.Module):
    """Score of each tag of NAME_TAGS for a word."""

    def __init__(self, mode, sizes):
        super().__init__()
        self.inner = Linear(mode, sizes.hidden, sizes.names_inner)
        self.outer = Linear(mode, sizes.names_inner, len(labels.NAME_TAGS))
        self.drop = Drop(0.1)

    def forward(self, x):
        return self.outer(self.drop(F.relu(self.inner(x))))


class Tree(nn.Module):
    """Biaffine scores of arcs, and of the label of an arc by a hidden layer over both ends."""

    def __init__(self, mode, sizes):
        super().__init__()
        self.mode, self.arc = mode, sizes.arc
        self.ends = Linear(mode, sizes.hidden, 2 * sizes.arc + 2 * sizes.label)
        self.join = Linear(mode, sizes.arc, sizes.arc)
        self.label = Linear(mode, sizes.label, sizes.rel)
        self.sizes = sizes
        self.drop = Drop(0.2)

    def project(self, x):
        """Vectors of words (and root) -> as dependent and as head, for arcs; both again, for labels."""
        y = self.ends(self.drop(x))
        arcs, ends = y.split([2 * self.sizes.arc, 2 * self.sizes.label], -1)
        dependent, head = self.drop(F.relu(arcs)).chunk(2, -1)
        label_dependent, label_head = ends.chunk(2, -1)
        return self.join(dependent), head, label_dependent, label_head

    def arcs(self, dependent, head, mask):
        """[sentence, dependent, head]; heads past the end get -1e4."""
        if self.mode.eight_bits:
            dependent, head = as_8_bits(dependent, -1), as_8_bits(head, -1)
        with torch.autocast("cpu", enabled=False):
            scores = dependent.float() @ head.float().transpose(-1, -2) / math.sqrt(self.arc)
        return scores.masked_fill(~mask[:, None, :], -1e4)

    def labels(self, dependent, head):
        return self.label(self.drop(F.relu(dependent + head)))


class Reader(nn.Module):
    def __init__(self, sizes):
        super().__init__()
        self.sizes, self.mode = sizes, Mode()
        self.encoder = Encoder(self.mode, sizes)
        self.upos = Linear(self.mode, sizes.hidden, len(labels.UPOS))
        self.xpos = Linear(self.mode, sizes.hidden, sizes.xpos)
        self.lemma = Linear(self.mode, sizes.hidden, sizes.lemma)
        self.names = Names(self.mode, sizes)
        self.tree = Tree(self.mode, sizes)

    def encode(self, batch):
        """Vectors of all pieces, flattened to [windows * pieces, hidden]."""
        if batch.below is not None:
            return self.encoder.last(batch.below, batch.lengths).flatten(0, 1)
        return self.encoder(batch.pieces, batch.cases, batch.lengths).flatten(0, 1)

    def parts(self):
        """Parameters of the encoder (slow) and of what is new (fast)."""
        fast = [p for n, p in self.named_parameters() if not n.startswith("encoder.") or "cases" in n]
        return [p for n, p in self.named_parameters() if n.startswith("encoder.") and "cases" not in n], fast

    def settings(self):
        return asdict(self.sizes)


def losses(model, batch, masks, weights):
    """Named losses of a batch, each a mean over the words that have the target."""
    x = model.encode(batch)
    words = x[batch.first]
    out = {}
    hard = batch.names < len(masks) - 1
    if hard.any() or len(batch.soft_at):
        log_p = F.log_softmax(model.names(words).float(), -1)
        if hard.any():
            allowed = torch.logsumexp(log_p[hard] + masks[batch.names[hard]], -1)
            out["names"] = -allowed.mean()
        if len(batch.soft_at):
            picked = log_p[batch.soft_at].gather(1, batch.soft_ids)
            out["soft"] = -(batch.soft_p * picked).sum(-1).mean()
    for kind in ("upos", "xpos", "lemma"):
        known = batch.tags[kind] >= 0
        if known.any():
            out[kind] = F.cross_entropy(getattr(model, kind)(words[known]).float(), batch.tags[kind][known])
    share = {}
    if len(batch.nodes):
        found, share = tree_losses(model.tree, x, batch)
        out.update(found)
    return out, sum(weights[k] * share.get(k, 1.0) * v for k, v in out.items())


def tree_losses(tree, x, batch):
    """Losses of arcs and labels of annotated trees and of a teacher's, and the share that each has of the words."""
    dependent, head, label_dependent, label_head = tree.project(x[batch.nodes])
    scores = tree.arcs(dependent, head, batch.node_mask)
    known = batch.heads >= 0
    out, gold, silver = {}, int(known.sum()), 0
    if gold:
        out["arc"] = F.cross_entropy(scores[known], batch.heads[known])
        row, column = known.nonzero(as_tuple=True)
        ends = tree.labels(label_dependent[row, column], label_head[row, batch.heads[known]]).float()
        out["rel"] = F.cross_entropy(ends, batch.rels[known], ignore_index=-100)
    if batch.silver is not None:
        row, column, heads, likely, p, labels_, labels_p = batch.silver
        silver = len(row)
        out["silver_arc"] = against(scores[row, column], likely, p)
        ends = tree.labels(label_dependent[row, column], label_head[row, heads]).float()
        out["silver_rel"] = against(ends, labels_, labels_p)
    of = {"arc": gold, "rel": gold, "silver_arc": silver, "silver_rel": silver}
    return out, {k: of[k] / (gold + silver) for k in out}


def against(scores, ids, p):
    """Cross entropy of scores with the probabilities that a teacher gave to its likeliest answers (those past the end have 0)."""
    ids = ids.clamp_max(scores.shape[-1] - 1)
    return -(p / p.sum(-1, keepdim=True) * F.log_softmax(scores, -1).gather(1, ids)).sum(-1).mean()


def load_pretrained(model, path):
    """Fills the encoder from a BERT-like model.safetensors; token type 0 is added to the positions."""
    tensors = read_safetensors(path)
    prefix = "bert." if "bert.embeddings.word_embeddings.weight" in tensors else ""
    get = lambda name: tensors[prefix + name].float()
    e = model.encoder
    with torch.no_grad():
        e.words.weight.copy_(get("embeddings.word_embeddings.weight"))
        n = e.positions.num_embeddings
        kind = get("embeddings.token_type_embeddings.weight")[0]
        e.positions.weight.copy_(get("embeddings.position_embeddings.weight")[:n] + kind)
        fill(e.norm, get, "embeddings.LayerNorm")
        for i, layer in enumerate(e.layers):
            at = f"encoder.layer.{i}."
            for kind in ("weight", "bias"):
                parts = [get(f"{at}attention.self.{p}.{kind}") for p in ("query", "key", "value")]
                getattr(layer.qkv, kind).copy_(torch.cat(parts))
            fill(layer.out, get, at + "attention.output.dense")
            fill(layer.norm1, get, at + "attention.output.LayerNorm")
            fill(layer.up, get, at + "intermediate.dense")
            fill(layer.down, get, at + "output.dense")
            fill(layer.norm2, get, at + "output.LayerNorm")


def fill(module, get, name):
    module.weight.copy_(get(name + ".weight"))
    module.bias.copy_(get(name + ".bias"))


def read_safetensors(path):
    import json
    with open(path, "rb") as file:
        size = int.from_bytes(file.read(8), "little")
        header = json.loads(file.read(size))
        data = bytearray(file.read())
    kinds = {"F32": torch.float32, "F16": torch.float16, "I64": torch.int64}
    return {name: torch.frombuffer(data, dtype=kinds[t["dtype"]], offset=t["data_offsets"][0],
                                   count=math.prod(t["shape"])).reshape(t["shape"])
            for name, t in header.items() if name != "__metadata__" and t["dtype"] in kinds}
