"""The store's schema, step by step: ``NNNN_name.sql``, applied in order, never edited once released."""

import sqlite3
from functools import cache
from importlib import resources

from extractor.errors import StoreError


@cache
def steps() -> tuple[str, ...]:
    """The scripts in order; step n brings a store from schema version n - 1 to n."""
    found = sorted(
        (item.name, item.read_text(encoding="utf-8"))
        for item in resources.files(__package__).iterdir()
        if item.name.endswith(".sql")
    )
    if not found or [name[:4] for name, _ in found] != [f"{n:04d}" for n in range(1, len(found) + 1)]:
        raise StoreError(
            f"The store's migrations are incomplete: {[name for name, _ in found]}. Install pollcheck anew."
        )
    return tuple(script for _, script in found)


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the store to the newest schema version, one transaction a step.

    Raises `StoreError` for a store that a newer version has written.
    """
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if version > len(steps()):
        raise StoreError(
            f"The store has schema version {version}, this pollcheck knows {len(steps())}: "
            "use the version that wrote it, or another output folder."
        )
    for number, script in enumerate(steps()[version:], start=version + 1):
        connection.executescript(f"BEGIN IMMEDIATE;\n{script}\nPRAGMA user_version = {number};\nCOMMIT;")
