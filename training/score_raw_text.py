#!/usr/bin/env python3
"""Sentences and tokens that entente cuts raw text into, against a treebank.

    training/score_raw_text.py build/release/entente en_gum-ud-dev.conllu en_ewt-ud-dev.conllu

The text of each document is put together from the treebank's own: sentences parted by a space, or by nothing where the
treebank says so, paragraphs by a blank line. A span counts where both its ends are right. A word that the treebank
splits without its parts making up the word ("wanna" is not "want to") counts as one token.
"""

import json
import lzma
import re
import subprocess
import sys
import tempfile


def tokens_of(lines):
    """The surface forms of a sentence's tokens, and whether a space follows the last."""
    tokens, parts, whole, last = [], [], "", 0
    space = True
    for line in lines:
        cells = line.split("\t")
        number, form = cells[0], cells[1]
        if "." in number:
            continue
        if "-" in number:
            whole, last, parts = form, int(number.split("-")[1]), []
            space = "SpaceAfter=No" not in cells[9]
            continue
        if int(number) > last:
            tokens.append(form)
            space = "SpaceAfter=No" not in cells[9]
            continue
        parts.append(form)
        if int(number) == last:
            tokens += parts if "".join(parts) == whole else [whole]
    return tokens, space


def spans_of(text, tokens, at):
    spans = []
    for token in tokens:
        found = re.compile(r"\s*".join(map(re.escape, token.split()))).search(text, at)
        if found:
            spans.append(found.span())
            at = found.end()
    return spans


class Document:
    def __init__(self):
        self.text, self.sentences, self.tokens, self.space = "", set(), set(), True

    def add(self, text, tokens, space, paragraph):
        if self.text:
            self.text += "\n\n" if paragraph else " " if self.space else ""
        begin = len(self.text)
        self.text += text
        self.space = space
        self.read(tokens, begin)

    def read(self, tokens, at):
        spans = spans_of(self.text, tokens, at)
        if spans:
            self.tokens.update(spans)
            self.sentences.add((spans[0][0], spans[-1][1]))
        return spans[-1][1] if spans else at


def blocks_of(text):
    for block in text.split("\n\n"):
        lines = block.split("\n")
        words = [line for line in lines if line[:1].isdigit()]
        if words:
            yield [line for line in lines if line.startswith("#")], words


def documents_of(path):
    opened = lzma.open(path, "rt", encoding="utf-8") if path.endswith(".xz") else open(path, encoding="utf-8")
    documents = []
    with opened as file:
        for comments, words in blocks_of(file.read()):
            if not documents or any(c.startswith("# newdoc") for c in comments):
                documents.append(Document())
            text = next(c[9:].strip() for c in comments if c.startswith("# text = "))
            documents[-1].add(text, *tokens_of(words), any(c.startswith("# newpar") for c in comments))
    return documents


def read_by(program, documents):
    """The same texts, cut by the program."""
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as file:
        for number, document in enumerate(documents):
            file.write(json.dumps({"id": str(number), "text": document.text}) + "\n")
        file.flush()
        conllu = subprocess.run([program, "parse", file.name], capture_output=True, text=True, check=True).stdout
    cut, current, at = [Document() for _ in documents], None, 0
    for comments, words in blocks_of(conllu):
        for comment in comments:
            if comment.startswith("# newdoc id = "):
                number, at = int(comment[14:]), 0
                current = cut[number]
                current.text = documents[number].text
        at = current.read([line.split("\t")[1] for line in words], at)
    return cut


def scores_of(pairs):
    scores = []
    for kind in ("sentences", "tokens"):
        right = sum(len(getattr(g, kind) & getattr(c, kind)) for g, c in pairs)
        both = sum(len(getattr(g, kind)) + len(getattr(c, kind)) for g, c in pairs)
        scores.append(f"{kind} {200 * right / both:.1f}")
    return scores


def main():
    program, paths = sys.argv[1], sys.argv[2:]
    together = []
    for path in paths:
        gold = documents_of(path)
        pairs = list(zip(gold, read_by(program, gold)))
        print(path, *scores_of(pairs))
        together += pairs
    if len(paths) > 1:
        print("together", *scores_of(together))


if __name__ == "__main__":
    main()
