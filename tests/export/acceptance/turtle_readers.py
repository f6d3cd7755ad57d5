#!/usr/bin/env python3
"""Checks that other readers take our Turtle and JSON-LD: turtle_readers.py READER WRITE_HOSTILE_GRAPH

READER: rapper (Raptor's parser), rdflib (which also compares the two). Exit status 77 where it is not on this machine: the test
is then skipped, and says why.
"""
import re
import shutil
import subprocess
import sys
import tempfile
import urllib.parse

from readers import WHOLE_NAMES, check, skip, written

ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\"}


def plain(literal):
    """An N-Triples literal without its quotes and escapes."""
    return re.sub(r'\\(?:u([0-9A-F]{4})|U([0-9A-F]{8})|(.))', lambda m: ESCAPES[m[3]] if m[3] else chr(int(m[1] or m[2], 16)), literal)


def iri(name):
    return "urn:entente:" + urllib.parse.quote(name, safe="-._~/:")


def check_names(names):
    for name, wanted in WHOLE_NAMES.items():
        check(names.get(iri(name)) == wanted, f"{name} came back as {names.get(iri(name))!r}")


def check_rapper(program, folder):
    if not shutil.which("rapper"):
        skip("no rapper (Debian: raptor2-utils)")
    path, nodes, _ = written(program, folder, "turtle", "entities")
    run = subprocess.run(["rapper", "-q", "-i", "turtle", "-o", "ntriples", path], capture_output=True, text=True)
    check(run.returncode == 0 and run.stderr == "", f"rapper says {run.stderr}")
    triples = [line.split(" ", 2) for line in run.stdout.splitlines()]
    names = {subject[1:-1]: plain(value[1:-3]) for subject, predicate, value in triples
             if predicate == "<https://schema.org/name>" and subject.startswith("<")}
    check(len(names) == nodes, f"{len(names)} names of {nodes} entities")
    check_names(names)


def check_rdflib(program, folder):
    try:
        import rdflib
        import rdflib.compare
    except ImportError:
        skip("no rdflib (Debian: python3-rdflib)")
    turtle, json_ld = rdflib.Graph(), rdflib.Graph()
    turtle.parse(written(program, folder, "turtle", "entities")[0], format="turtle")
    json_ld.parse(written(program, folder, "json-ld", "entities")[0], format="json-ld")
    name = rdflib.URIRef("https://schema.org/name")
    check_names({str(subject): str(value) for subject, value in turtle.subject_objects(name)})
    check(len(turtle) > 100, f"only {len(turtle)} statements")
    check(rdflib.compare.isomorphic(turtle, json_ld), "Turtle and JSON-LD do not say the same")


CHECKS = {"rapper": check_rapper, "rdflib": check_rdflib}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        CHECKS[sys.argv[1]](sys.argv[2], temporary)
