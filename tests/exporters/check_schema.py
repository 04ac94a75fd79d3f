"""Checks the JSON file (2) against the JSON schema (1), both named on the command line, and that the schema is one."""
import json
import sys

import jsonschema

schema, data = (json.load(open(path, encoding="utf-8")) for path in sys.argv[1:3])
jsonschema.Draft202012Validator.check_schema(schema)
jsonschema.Draft202012Validator(schema).validate(data)
print("ok")
