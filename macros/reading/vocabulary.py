"""Reads what webinars and pages refer to: topics and audiences, the ladder, sources, respellings."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from macros.model import Band, Rung, Source, Term, Vocabulary
from macros.narration.spoken import Respellings
from macros.problems import ContentError, Problem, did_you_mean
from macros.reading.fields import LadderFields, RespellingsFields, SourcesFields, TopicsFields
from macros.reading.text_file import relative_name
from macros.reading.yaml_file import YamlData, read_model

RULE = "vocabulary"


def read_vocabulary(root: Path) -> tuple[Vocabulary | None, list[Problem]]:
    """The vocabulary of the project in ``root``, or None and every problem in its files."""
    topics_file, _, problems = read_model(root / "webinars" / "topics.yml", root, TopicsFields)
    sources_file, _, more = read_model(root / "data" / "sources.yml", root, SourcesFields)
    problems += more
    ladder_path = root / "data" / "ladder.yml"
    ladder_file, ladder_data, more = read_model(ladder_path, root, LadderFields)
    problems += more
    if not (topics_file and sources_file and ladder_file and ladder_data):
        return None, problems
    sources = {key: Source(key, **fields.model_dump()) for key, fields in sources_file.sources.items()}
    ladder_name = relative_name(ladder_path, root)
    bands = {band.id: Band(**band.model_dump()) for band in ladder_file.bands}
    rungs: dict[str, Rung] = {}
    for index, fields in enumerate(ladder_file.rungs):
        place = ("rungs", index)
        problems += unknown([fields.band], bands, "band", ladder_name, ladder_data, (*place, "band"))
        problems += unknown(fields.sources, sources, "source", ladder_name, ladder_data, (*place, "sources"))
        if not problems:
            rungs[fields.id] = Rung(
                fields.id, index + 1, fields.name, bands[fields.band], fields.meaning, fields.example,
                fields.question, fields.next, tuple(sources[key] for key in fields.sources),
            )  # fmt: skip
    if problems:
        return None, problems
    return (
        Vocabulary(
            {key: Term(key, term.name) for key, term in topics_file.topics.items()},
            {key: Term(key, term.name) for key, term in topics_file.audiences.items()},
            bands,
            rungs,
            sources,
        ),
        [],
    )


def vocabulary_of(root: Path) -> Vocabulary:
    """The vocabulary of a project alone. Raises ContentError."""
    vocabulary, problems = read_vocabulary(root)
    if vocabulary is None:
        raise ContentError(problems)
    return vocabulary


def read_respellings(root: Path) -> tuple[Respellings, list[Problem]]:
    """Words that a voice would get wrong, and what each engine has to see in their place."""
    found, _, problems = read_model(root / "data" / "respellings.yml", root, RespellingsFields)
    if found is None:
        return Respellings(), problems
    natural, stand_in = (
        {word.lower(): spoken for word, spoken in words.items()} for words in (found.natural, found.stand_in)
    )
    return Respellings(natural, stand_in), problems


def unknown(
    ids: Iterable[str],
    known: Mapping[str, object],
    what: str,
    file: str,
    data: YamlData,
    place: tuple[str | int, ...],
) -> list[Problem]:
    """A problem for every id that the vocabulary does not have."""
    return [
        Problem(file, data.line((*place, index)), f"'{id_}' is no {what}{_suggestion(id_, known)}", RULE)
        for index, id_ in enumerate(ids)
        if id_ not in known
    ]


def _suggestion(id_: str, known: Mapping[str, object]) -> str:
    if suggestion := did_you_mean(id_, known):
        return suggestion
    return f"; choose from {', '.join(known)}" if len(known) <= 12 else ""
