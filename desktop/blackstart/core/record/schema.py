"""The tables of a library, and how an older library becomes one of today.

Plain tables, declared foreign keys and views without functions of our own: other programs read the file too.
`drills` and `journal` are the truth; `events` and the views over it are rebuilt from a fold and never read here.
"""

from sqlite_utils import Database, Migrations

migrations = Migrations("blackstart")


@migrations()
def m001_runs_and_journals(db: Database) -> None:
    """Drills by their text, runs, what people did, and what followed from it; schema 1."""
    for statement in _TABLES:
        db.execute(statement)
    db.conn.execute("PRAGMA user_version = 1")


NEWEST = 1  # schema after the last migration, as the file's `user_version` says it

_TABLES = (
    """
    CREATE TABLE drills (
        sha TEXT PRIMARY KEY,
        text TEXT NOT NULL
    )
    """,
    """
    CREATE TABLE runs (
        run TEXT PRIMARY KEY,
        number INTEGER NOT NULL,
        name TEXT NOT NULL DEFAULT '',
        drill TEXT NOT NULL REFERENCES drills(sha),
        drill_id TEXT NOT NULL,
        source TEXT NOT NULL,
        title TEXT NOT NULL,
        model TEXT NOT NULL,
        begun_utc TEXT NOT NULL,
        reached_s INTEGER NOT NULL,
        ended INTEGER NOT NULL DEFAULT 0,
        digest TEXT,
        UNIQUE (drill_id, number)
    )
    """,
    """
    CREATE TABLE journal (
        run TEXT NOT NULL REFERENCES runs(run) ON DELETE CASCADE,
        seq INTEGER NOT NULL,
        exercise_s INTEGER NOT NULL,
        wall_utc TEXT NOT NULL,
        kind TEXT NOT NULL,
        actor TEXT NOT NULL,
        payload TEXT NOT NULL,
        PRIMARY KEY (run, seq)
    )
    """,
    """
    CREATE TABLE events (
        run TEXT NOT NULL REFERENCES runs(run) ON DELETE CASCADE,
        number INTEGER NOT NULL,
        exercise_s INTEGER NOT NULL,
        kind TEXT NOT NULL,
        subject TEXT NOT NULL,
        seq INTEGER,
        detail TEXT NOT NULL,
        PRIMARY KEY (run, number)
    )
    """,
    """
    CREATE VIEW decisions AS
    SELECT events.run, events.exercise_s, events.subject AS decision, events.kind,
           json_extract(events.detail, '$.option') AS option, events.seq,
           json_extract(journal.payload, '$.by') AS "by",
           json_extract(journal.payload, '$.why') AS why,
           json_extract(journal.payload, '$.confidence') AS confidence,
           journal.wall_utc
    FROM events LEFT JOIN journal ON journal.run = events.run AND journal.seq = events.seq
    WHERE events.kind IN ('opened', 'decided', 'timed-out')
    """,
    """
    CREATE VIEW deliveries AS
    SELECT run, exercise_s, subject AS inject, kind,
           json_extract(detail, '$.how') AS how, json_extract(detail, '$.why') AS why
    FROM events WHERE kind IN ('delivered', 'skipped')
    """,
    """
    CREATE VIEW notes AS
    SELECT run, seq, exercise_s, wall_utc, actor,
           json_extract(payload, '$.by') AS "by",
           json_extract(payload, '$.text') AS text,
           json_extract(payload, '$.about') AS about
    FROM journal WHERE kind = 'note'
    """,
)
