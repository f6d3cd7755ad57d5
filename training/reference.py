"""What the program computes, step by step, in numpy: the meaning of a model file. FORMAT.md says the same in words.

Whole-number sums are exact; every step in floating point is one IEEE single-precision operation, in the order written
here, never fused. Whoever follows these steps gets the same bits."""
import json
import sys
import zlib

import numpy as np

import decode
import mentions
from pieces import Pieces

MAGIC = b"ententeM"
VERSION = 1
F = np.float32
KINDS = {"i8": np.int8, "f32": np.float32, "text": np.uint8}


class ModelFile:
    """Header and tensors of a model file; refuses one that is cut, foreign or damaged."""

    def __init__(self, path):
        content = open(path, "rb").read()
        if content[:8] != MAGIC:
            raise SystemExit(f"{path}: no entente model: it begins with {content[:8]!r}")
        version, size = (int.from_bytes(content[at:at + 4], "little") for at in (8, 12))
        if version != VERSION:
            raise SystemExit(f"{path}: model format {version}, this program reads {VERSION}")
        self.header = json.loads(content[16:16 + size])
        start = (16 + size + 63) // 64 * 64
        body = content[start:]
        if len(body) != self.header["bytes"] or zlib.crc32(body) != self.header["crc32"]:
            raise SystemExit(f"{path}: damaged or cut: {len(body)} bytes of tensors, {self.header['bytes']} expected")
        self.tensors = {}
        for t in self.header["tensors"]:
            kind = np.dtype(KINDS[t["type"]])
            count = int(np.prod(t["shape"]))
            self.tensors[t["name"]] = np.frombuffer(body, kind, count, t["offset"]).reshape(t["shape"])
        self.settings = self.header["settings"]
        self.labels = self.header["labels"]
        self.pieces = Pieces(bytes(self.tensors["vocabulary"]).decode("utf-8").split("\n"))


def lane_sum(x):
    """Sum over the last axis: 16 lanes, lane l adds elements l, l + 16, ... in order; then 8, 4, 2 and 1 lanes are added."""
    lanes = x.reshape(*x.shape[:-1], -1, 16)
    total = lanes[..., 0, :].copy()
    for k in range(1, lanes.shape[-2]):
        total = total + lanes[..., k, :]
    for half in (8, 4, 2, 1):
        total = total[..., :half] + total[..., half:2 * half]
    return total[..., 0]


def exponential(x):
    """exp for single precision by 2^n times a polynomial; input held to [-87, 88]."""
    x = np.minimum(np.maximum(x, F(-87)), F(88))
    n = np.rint(x * F(1.44269504))
    r = x - n * F(0.693359375)
    r = r - n * F(-2.12194440e-4)
    p = F(1 / 720)
    for c in (1 / 120, 1 / 24, 1 / 6, 1 / 2, 1.0, 1.0):
        p = p * r + F(c)
    power = ((n.astype(np.int32) + 127) << 23).view(np.float32)
    return p * power


def gelu(x):
    t = x * x
    t = t * F(0.044715)
    t = t * x
    t = x + t
    e = exponential(t * F(-1.5957691))
    return x / (F(1) + e)


def to_8_bits(x, axis=-1):
    """(whole numbers of at most 127 as float, scale) with one scale per slice along `axis`."""
    top = np.abs(x).max(axis=axis, keepdims=True)
    with np.errstate(divide="ignore"):
        inverse = np.where(top > 0, F(127) / top, F(0)).astype(np.float32)
    return np.rint(x * inverse), (top / F(127)).astype(np.float32)


def exact(a, b):
    """Product of matrices of whole numbers, exact, rounded to single precision once."""
    return (a.astype(np.float64) @ b.astype(np.float64, copy=False)).astype(np.float32)


class Reference:
    def __init__(self, file, trace=None):
        """trace: called with the name and value of each step, for whoever writes another runtime and looks for a difference."""
        self.file, self.t, self.s = file, file.tensors, file.settings
        self.trace = trace or (lambda name, value: None)
        self.exact = {n: t.T.astype(np.float64) for n, t in self.t.items()
                      if n.endswith(".weight") and t.ndim == 2 and n != "encoder.words.weight"}

    def linear(self, name, x):
        q, scale = to_8_bits(x)
        y = exact(q, self.exact[name + ".weight"])
        y = y * (scale * self.t[name + ".scale"]) + self.t[name + ".bias"]
        self.trace(name, y)
        return y

    def norm(self, name, x):
        width = F(x.shape[-1])
        centred = x - (lane_sum(x) / width)[..., None]
        variance = lane_sum(centred * centred) / width
        inverse = F(1) / np.sqrt(variance + F(1e-12))
        y = (centred * inverse[..., None]) * self.t[name + ".weight"] + self.t[name + ".bias"]
        self.trace(name, y)
        return y

    def attention(self, name, x):
        n, width = x.shape
        heads = self.s["heads"]
        size = width // heads
        qkv = self.linear(name + ".qkv", x)
        out = np.empty_like(x)
        factor = F(1 / np.sqrt(size))
        for h in range(heads):
            q, k, v = (qkv[:, part * width + h * size: part * width + (h + 1) * size] for part in range(3))
            q8, q_scale = to_8_bits(q)
            k8, k_scale = to_8_bits(k)
            v8, v_scale = to_8_bits(v, axis=(0, 1))
            scores = exact(q8, k8.T) * ((q_scale * factor) * k_scale.T)
            e = exponential(scores - scores.max(1, keepdims=True))
            p = np.rint(e * F(255))
            total = p.astype(np.float64).sum(1, keepdims=True).astype(np.float32)
            out[:, h * size:(h + 1) * size] = exact(p, v8) * (v_scale / total)
        self.trace(name + ".attention", out)
        return self.linear(name + ".out", out)

    def layer(self, at, x):
        x = self.norm(at + ".norm1", x + self.attention(at, x))
        return self.norm(at + ".norm2", x + self.linear(at + ".down", gelu(self.linear(at + ".up", x))))

    def encode(self, ids, cases, layers=None):
        """Vectors [pieces, hidden] of one window, after all layers of the encoder or the first few."""
        t = self.t
        x = t["encoder.words.weight"][ids].astype(np.float32) * t["encoder.words.scale"][ids][:, None]
        x = x + t["encoder.positions"][:len(ids)]
        x = x + t["encoder.cases"][cases]
        x = self.norm("encoder.norm", x)
        for i in range(self.s["layers"] if layers is None else layers):
            x = self.layer(f"encoder.layers.{i}", x)
        return x

    def window(self, sentences):
        """Ids, cases, and for each sentence the places of its root (the mark before it) and of its words' first pieces."""
        pieces = self.file.pieces
        ids, cases, nodes = [pieces.start], [4], []
        for words in sentences:
            node = [len(ids) - 1]
            for w in words:
                node.append(len(ids))
                i, c = pieces.word(w)
                ids += i
                cases += c
            ids.append(pieces.end)
            cases.append(4)
            nodes.append(node)
        return ids, cases, nodes

    def tree(self, x):
        """Heads and labels of arcs of one sentence; x: vectors of root and words."""
        ends = self.linear("tree.ends", x)
        arc, label = self.s["arc"], self.s["label"]
        dependent, head, label_dependent, label_head = np.split(ends, np.cumsum([arc, arc, label]), axis=1)
        d8, d_scale = to_8_bits(self.linear("tree.join", np.maximum(dependent, F(0))))
        h8, h_scale = to_8_bits(np.maximum(head, F(0)))
        scores = exact(d8, h8.T) * ((d_scale * F(1 / np.sqrt(arc))) * h_scale.T)
        heads = np.array(decode.best_tree(scores))

        def label_scores(words, heads):
            return self.linear("tree.label", np.maximum(label_dependent[words] + label_head[heads], F(0)))

        labels = label_scores(np.arange(1, len(x)), heads)
        self.trace("tree.arcs", scores)
        heads, labels = heads.tolist(), labels.argmax(1).tolist()
        decode.settle_core_arguments(heads, labels, scores, self.file.labels["rel"],
                                     lambda word, head: label_scores([word], [head])[0])
        return heads, labels

    def read(self, sentences):
        """All heads over one window: per sentence {upos, xpos, lemma, names, head, rel} as numbers, and the vectors."""
        ids, cases, nodes = self.window(sentences)
        x = self.encode(ids, cases)
        out = []
        for node in nodes:
            words = x[node[1:]]
            found = {k: self.linear(k, words).argmax(1).tolist() for k in ("upos", "xpos", "lemma")}
            scores = self.linear("names.outer", np.maximum(self.linear("names.inner", words), F(0)))
            found["names"] = decode.best_tags(scores)
            found["head"], found["rel"] = self.tree(x[node])
            out.append(found)
        return out, x


    # ---- the heads that read an article: FORMAT.md, section 8

    def article(self, sentences):
        """Vectors [pieces, hidden] of one window for the article heads."""
        ids, cases, _ = self.window(sentences)
        count = self.s.get("article_layers", 0)
        y = self.encode(ids, cases, self.s["article_from"] if count else None)
        for i in range(count):
            y = self.layer(f"article.layers.{i}", y)
        return y

    def events(self, words):
        """Scores of all types for words, from their vectors."""
        return self.linear("events.outer", np.maximum(self.linear("events.inner", words), F(0)))

    def pairs(self, name, sentences, y, nodes, pairs):
        """Scores [pairs, labels] of pairs of mentions (sentence, first word, last word, kind); nodes as `window` gives them."""
        head = next(h for h in self.file.header["heads"] if h["name"] == name)
        number = {f: i for i, f in enumerate(head["features"])}
        p, s = head["product"], head["sum"]
        rows = self.t[name + ".features"]
        end = lambda m, part, word: self.linear(f"{name}.{part}", y[nodes[m[0]][1 + m[word]]][None])
        out = []
        for a, b in pairs:
            ua, ub = (end(m, "first", 1) + end(m, "last", 2) for m in (a, b))
            sums = ua[:, 2 * p:2 * p + s] + ub[:, 2 * p + s:]
            for feature in mentions.features(name, a, b, sentences):
                sums = sums + rows[number[feature]]
            z = np.concatenate([ua[:, :p] * ub[:, p:2 * p], np.maximum(sums, F(0))], 1)
            out.append(self.linear(name + ".out", z))
        return np.concatenate(out)


def main():
    """Prints every step of one sample of a file: shape, CRC-32 of the bytes, first values."""
    path, number = sys.argv[1], int(sys.argv[2])
    file = ModelFile(path)

    def show(name, value):
        bits = zlib.crc32(np.ascontiguousarray(value, np.float32).tobytes())
        first = " ".join(float(v).hex() for v in value.reshape(-1)[:4])
        print(f"{name:<28} {str(list(value.shape)):<14} {bits:08x}  {first}")

    sample = file.header["samples"][number]
    print(" / ".join(" ".join(s["words"]) for s in sample["sentences"]))
    reader, sentences = Reference(file, show), [s["words"] for s in sample["sentences"]]
    found, _ = reader.read(sentences)
    for f in found:
        print({k: [int(i) for i in v] for k, v in f.items()})
    if "article" in sample:
        print("article:")
        nodes, y = reader.window(sentences)[2], reader.article(sentences)
        for node in nodes:
            reader.events(y[node[1:]])
        for head in ("relations", "coreference"):
            asked = sample["article"][head]
            reader.pairs(head, sentences, y, nodes, [tuple(asked["mentions"][m] for m in pair) for pair in asked["pairs"]])



if __name__ == "__main__":
    main()
