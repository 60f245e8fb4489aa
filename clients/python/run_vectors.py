"""Runs test vectors: run_vectors.py FILE. Names every vector that fails, and exits with 1 if one does."""

import json
import sys

from feedback_suppression import answer, key


def key_or_none(address):
    try:
        return key(address)
    except ValueError:
        return None


with open(sys.argv[1], encoding="utf-8") as file:
    vectors = json.load(file)
failures = []
for one in vectors["addresses"]:
    if key_or_none(one["address"]) != one["key"]:
        failures.append(f"{ascii(one['address'])} has the key {ascii(key_or_none(one['address']))}, not {ascii(one['key'])}")
for one in vectors["items"]:
    may_send, _, _ = answer(one["item"], one["scope"], one["now"])
    if may_send != one["maySend"]:
        failures.append(f"{one['name']}: {may_send}")
print("\n".join(failures) or f"{len(vectors['addresses'])} addresses and {len(vectors['items'])} items are right.")
sys.exit(1 if failures else 0)
