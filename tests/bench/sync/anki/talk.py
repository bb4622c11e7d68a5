"""How a driver is spoken to: one JSON object per line on standard input, one back on standard output."""

import json
import sys
import traceback
from collections.abc import Callable
from typing import Any

from anki.collection import Collection
from anki.notes import Note

USER, PASSWORD = "bench", "bench"
KIND = "Bangban record"


def say(answer: dict[str, Any]) -> None:
    print(json.dumps(answer), flush=True)


def serve(handlers: dict[str, Callable[..., dict[str, Any]]]) -> None:
    """Answers one request after another until the input ends."""
    for line in sys.stdin:
        request = json.loads(line)
        try:
            say(handlers[request.pop("do")](**request))
        except Exception:
            say({"error": traceback.format_exc()})


def lines(file: str) -> list[tuple[str, str]]:
    """Identity and whole text of every record of a file of JSON lines."""
    with open(file, encoding="utf-8") as text:
        return [(json.loads(line)["id"], line.rstrip("\n")) for line in text]


def note(collection: Collection, identity: str, text: str) -> Note:
    """A record as a note: its identity and its text, and one card with it."""
    made = collection.new_note(collection.models.by_name(KIND))
    made.fields = [identity, text]
    return made


def add(collection: Collection, records: list[tuple[str, str]]) -> None:
    from anki.collection import AddNoteRequest

    deck = collection.decks.id("Default")
    requests = [AddNoteRequest(note(collection, *record), deck) for record in records]
    collection.add_notes(requests)


def prepare(collection: Collection) -> None:
    """Adds the kind of note that records are kept as."""
    models = collection.models
    kind = models.new(KIND)
    for name in ("Identity", "Text"):
        models.add_field(kind, models.new_field(name))
    card = models.new_template("Card")
    card["qfmt"], card["afmt"] = "{{Identity}}", "{{Text}}"
    models.add_template(kind, card)
    models.add(kind)
