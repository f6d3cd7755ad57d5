#!/usr/bin/env python3
"""Checks that other readers take our GEXF: gexf_readers.py READER WRITE_HOSTILE_GRAPH

READER: grammar (xmllint with a narrow grammar of our own), networkx, gephi (Gephi's own importer, from the gephi-toolkit).
Exit status 77 where the reader is not on this machine: the test is then skipped, and says why.
"""
import datetime
import os
import shutil
import subprocess
import sys
import tempfile

from readers import HERE, NAMES, Gephi, as_printed, check, skip, written


def check_grammar(program, folder):
    if not shutil.which("xmllint"):
        skip("no xmllint (Debian: libxml2-utils)")
    for view in ("entities", "events"):
        path, _, _ = written(program, folder, "gexf", view)
        command = ["xmllint", "--nonet", "--noout", "--relaxng", os.path.join(HERE, "gexf-minimal.rng"), path]
        run = subprocess.run(command, capture_output=True, text=True)
        check(run.returncode == 0, f"{view}: {run.stderr}")


def check_networkx(program, folder):
    try:
        import networkx
    except ImportError:
        skip("no networkx (Debian: python3-networkx)")
    if tuple(map(int, networkx.__version__.split(".")[:2])) < (3, 6):
        skip(f"networkx {networkx.__version__} reads GEXF up to 1.2 only; 1.3 needs networkx 3.6")
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "gexf", view)
        graph = networkx.read_gexf(path, version="1.3")
        check(graph.is_directed(), "not directed")
        check((len(graph), graph.number_of_edges()) == (nodes, edges), f"{view}: {graph}, wrote {nodes} {edges}")
        for node, name in NAMES.items():
            check(graph.nodes[node]["label"] == name, f"{node} came back as {graph.nodes[node]['label']!r}")


def milliseconds(day):
    return datetime.datetime.fromisoformat(f"{day}T00:00:00+00:00").timestamp() * 1000


def check_gephi(program, folder):
    gephi = Gephi(folder)
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "gexf", view)
        graph = gephi.imported(path)
        check(graph["counts"] == (nodes, edges), f"{view}: wrote {nodes} {edges}, Gephi has {graph['counts']}")
        for node, name in NAMES.items():
            check(graph["labels"][node] == as_printed(name), f"{node} came back as {graph['labels'][node]!r}")
        check({"member_of", "not member_of", "leads"} <= graph["kinds"], f"{view}: kinds {graph['kinds']}")
        wanted = (milliseconds("2025-10-01"), milliseconds("2025-11-30"))
        check(graph["time"] == wanted, f"{view}: the timeline runs over {graph['time']}, not {wanted}")


CHECKS = {"grammar": check_grammar, "networkx": check_networkx, "gephi": check_gephi}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        CHECKS[sys.argv[1]](sys.argv[2], temporary)
