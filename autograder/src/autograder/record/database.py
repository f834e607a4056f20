"""Opens a gradebook, made anew where there is none, refused where it is not one.

nbgrader's own way to make one starts the command `alembic` and takes five seconds; the same
tables and version mark are made here in one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from alembic.script import ScriptDirectory
from nbgrader.api import Base, Course
from nbgrader.dbutil import ALEMBIC_DIR
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.orm import Session

from autograder.files import unfinished
from autograder.record.entry import RecordError

PATIENCE_S = 5.0  # with another program that is writing
COURSE = "default_course"  # nbgrader's name for a course that was given none
MAGIC = b"SQLite format 3\0"


@contextmanager
def open_session(path: Path) -> Iterator[Session]:
    """A session on the gradebook at `path`.

    Raises:
        RecordError: the file is not a usable gradebook, or cannot be made or opened.
    """
    try:
        if path.exists():
            _check(path)
        else:
            _create(path)
    except (OSError, sqlite3.Error, SQLAlchemyError) as error:
        raise refusal(path, error) from None
    engine = create_engine(f"sqlite:///{path}", connect_args={"timeout": PATIENCE_S})
    try:
        with Session(engine) as session:
            yield session
    finally:
        engine.dispose()


def refusal(path: Path, error: Exception) -> RecordError:
    """What to say when the gradebook cannot be read or written."""
    return RecordError(
        f"{path} cannot be used: {getattr(error, 'orig', None) or error}. Close what else uses it "
        "(the formgrader, another program), look at the disk's free space and the folder's "
        "permissions, and grade again."
    )


def course_of(session: Session) -> Course:
    """The course that the gradebook is about."""
    course = session.query(Course).order_by(Course.id != COURSE, Course.id).first()
    if course is None:
        course = Course(id=COURSE)
        session.add(course)
    return course


def _create(path: Path) -> None:
    """Make an empty gradebook under another name, then rename it."""
    beginning = unfinished(path)
    beginning.unlink(missing_ok=True)
    try:
        engine = create_engine(f"sqlite:///{beginning}")
        with engine.begin() as connection:
            Base.metadata.create_all(bind=connection)
            connection.execute(
                text("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL)")
            )
            connection.execute(
                text("INSERT INTO alembic_version VALUES (:head)"), {"head": _head()}
            )
        engine.dispose()
        beginning.replace(path)
    except BaseException:
        beginning.unlink(missing_ok=True)
        raise


def _check(path: Path) -> None:
    """Refuse what is not a whole gradebook of this nbgrader's version."""
    aside = f"Put back a copy of it, or move it away: mv '{path}' '{path}.bad'. Then grade again."
    with path.open("rb") as file:
        if file.read(len(MAGIC)) != MAGIC:
            raise RecordError(f"{path} is not a gradebook (damaged or half written). {aside}")
    with closing(sqlite3.connect(path, timeout=PATIENCE_S)) as database:
        try:
            sound = database.execute("PRAGMA quick_check(1)").fetchone()[0] == "ok"
            tables = {row[0] for row in database.execute("SELECT name FROM sqlite_master")}
        except sqlite3.OperationalError:
            raise  # locked, or a disk that fails: that says nothing about the content
        except sqlite3.DatabaseError:
            sound, tables = False, set()
        if not sound or "alembic_version" not in tables:
            raise RecordError(f"{path} is not a gradebook (damaged or half written). {aside}")
        version = database.execute("SELECT version_num FROM alembic_version").fetchone()
    if not version or version[0] != _head() or not set(Base.metadata.tables) <= tables:
        raise RecordError(
            f"{path} was made by another version of nbgrader. Keep a copy of it, run "
            "`nbgrader db upgrade` in its folder, and grade again."
        )


def _head() -> str:
    return str(ScriptDirectory(ALEMBIC_DIR).get_current_head())
