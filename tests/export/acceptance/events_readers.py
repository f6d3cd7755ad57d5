#!/usr/bin/env python3
"""Checks that the csv module reads our table of events: events_readers.py python WRITE_HOSTILE_GRAPH"""
import csv
import sys
import tempfile

from readers import WHOLE_NAMES, check, written


def check_python(program, folder):
    path, _, _ = written(program, folder, "events", "entities")
    with open(path, newline="", encoding="utf-8") as file:
        table = list(csv.DictReader(file, delimiter="\t", strict=True))
    check(len(table) == 16, f"{len(table)} rows")
    check(all(None not in row and None not in row.values() for row in table), "a row is longer or shorter than the header")
    protest = next(row for row in table if row["Event Text"] == "PROTEST")
    check(protest["Source Name"] == WHOLE_NAMES["person/line"], f"came back as {protest['Source Name']!r}")
    publishers = {row["Publisher"] for row in table}
    check(publishers == {"", "Agence \"X\" & Y"}, f"publishers {publishers}")


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as temporary:
        check_python(sys.argv[2], temporary)
