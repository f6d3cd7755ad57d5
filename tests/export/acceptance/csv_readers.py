#!/usr/bin/env python3
"""Checks that other readers take our CSV pairs: csv_readers.py READER WRITE_HOSTILE_GRAPH

READER: gephi (Gephi's own spreadsheet importer, from the gephi-toolkit), python (its csv module, and the header rules of
Neo4j's bulk import). Exit status 77 where the reader is not on this machine: the test is then skipped, and says why.
"""
import csv
import datetime
import re
import sys
import tempfile

from readers import NAMES, WHOLE_NAMES, Gephi, as_printed, check, written_pair


def check_gephi(program, folder):
    gephi = Gephi(folder)
    for view in ("entities", "events"):
        paths, nodes, edges = written_pair(program, folder, "csv", view)
        graph = gephi.imported(*paths)
        check(graph["counts"] == (nodes, edges), f"{view}: wrote {nodes} {edges}, Gephi has {graph['counts']}")
        for node, name in NAMES.items():
            if name == "null":
                continue  # Gephi takes the word for a missing value
            check(graph["labels"][node] == as_printed(name), f"{node} came back as {graph['labels'][node]!r}")
        check({"member_of", "not member_of", "leads"} <= graph["kinds"], f"{view}: kinds {graph['kinds']}")
        first, last = (datetime.datetime.fromtimestamp(time / 1000, datetime.timezone.utc) for time in graph["time"])
        check((first.date().isoformat(), last.date().isoformat()) == ("2025-10-01", "2025-11-30"),
              f"{view}: the timeline runs from {first} to {last}")


NEO4J_NODE = re.compile(r"id:ID|:LABEL|[a-z][a-z0-9_]*(:(long|double|boolean|date|string\[\]))?")
NEO4J_EDGE = re.compile(r":START_ID|:END_ID|:TYPE|[a-z][a-z0-9_]*(:(long|double|boolean|date|string\[\]))?")
NEO4J_VALUE = {"long": int, "double": float, "boolean": lambda text: {"true": 1, "false": 0}[text],
               "date": datetime.date.fromisoformat, "string[]": lambda text: text.split(";")}


def rows(path):
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file, strict=True))


def check_neo4j_values(table, header):
    for row in table:
        check(all(header.fullmatch(column) for column in row), f"header {list(row)}")
        for column, value in row.items():
            name, _, kind = column.partition(":")
            if name and value and kind in NEO4J_VALUE:
                NEO4J_VALUE[kind](value)


def check_python(program, folder):
    for view in ("entities", "events"):
        paths, nodes, edges = written_pair(program, folder, "neo4j", view)
        node_rows, edge_rows = map(rows, paths)
        check((len(node_rows), len(edge_rows)) == (nodes, edges), f"{view}: {len(node_rows)} {len(edge_rows)}")
        check_neo4j_values(node_rows, NEO4J_NODE)
        check_neo4j_values(edge_rows, NEO4J_EDGE)
        names = {row["id:ID"]: row["name"] for row in node_rows}
        check(WHOLE_NAMES.items() <= names.items(), f"names came back as {names}")
        ends = {row[end] for row in edge_rows for end in (":START_ID", ":END_ID")}
        check(ends <= set(names), f"ends that are no nodes: {ends - set(names)}")
        check(all(re.fullmatch("[A-Z_]+", row[":TYPE"]) for row in edge_rows), "a type that needs quoting")


CHECKS = {"gephi": check_gephi, "python": check_python}

if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        CHECKS[sys.argv[1]](sys.argv[2], temporary)
