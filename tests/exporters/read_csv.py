"""Reads the CSV file named on the command line as an independent reader would, and prints its rows as JSON."""
import csv
import json
import sys

with open(sys.argv[1], encoding="utf-8-sig", newline="") as file:
    json.dump(list(csv.reader(file, delimiter=";", strict=True)), sys.stdout)
