"""Lines that tools add to what was said: headers, footers, notes that a computer wrote the text.

They are left out only where tools put them (alone in a line, or in a caption of their own), and the
report lists each.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from macros.importing.said import Kind

FOOTER = Kind("a line that a tool added was left out", "{count} lines that a tool added were left out")

_TRANSCRIPT = r"(?:transcri|transkri|trascri|transskri|litteroin|zapis)\w*"
_MADE = r"(?:generat|gener|généré|generiert|erstellt|automat|comput|ordinateur|ordenador|elabora|gegenereerd|\bAI\b)"
_FAULTS = r"(?:error|mistake|inaccura|erreur|fehler|errore|erros|errori|fouten|clarity|feil|fejl|fel\b)"
_OTTER = re.compile(r"(?:transcribed by\s+)?https?://otter\.ai\S*", re.IGNORECASE)
_EVENT = re.compile(
    r".{1,80} (?:started|stopped) transcription\.?"
    r"|.{1,80} (?:a démarré|a commencé|a arrêté|a interrompu) la transcription\.?"
    r"|.{1,80} hat die Transkription (?:gestartet|beendet|angehalten)\.?"
    r"|.{1,80} (?:ha iniciado|ha detenido|inició|detuvo|iniciou|parou|interrompeu|ha avviato|ha interrotto)"
    r" (?:la|a) (?:transcri|trascri)\w+\.?"
    r"|.{1,80} heeft de transcriptie (?:gestart|gestopt|beëindigd)\.?",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"(?:\S+ )?{_TRANSCRIPT}(?: \S+){{1,6}}? \d{{1,2}}:\d{{2}}:\d{{2}}(?: \S+)?", re.IGNORECASE)
"""``Transcription ended after 00:05:31``, as Google Meet writes it in the language of its window."""
_NOTE = re.compile(rf"(?=.*\b{_TRANSCRIPT})(?=.*{_MADE})(?=.*{_FAULTS}).{{20,300}}", re.IGNORECASE)
_IN_BRACKETS = re.compile(
    rf"[\[(](?=.*(?:\b{_TRANSCRIPT}|caption|subtitle))(?=.*{_MADE}|.*{_FAULTS}).{{5,200}}[\])]\.?", re.IGNORECASE
)
_CREDIT = re.compile(
    r"(?=.*(?:amara\.org|ZDF\b.*funk|SWR\b|BBC\b.*\d{4}|opensubtitles|addic7ed|ST['’] ?501|DimaTorzok|rev\.com|"
    r"zoom\.us|happyscribe|happy scribe|sonix\.ai|descript\.com|trint|turboscribe|notta|fireflies\.ai|tactiq|"
    r"otter\.ai|riverside\.fm))"
    r"(?=.*(?:sub|caption|untertitel|sous-titr|titul|legend|sottotitol|ondertitel|napisy|субтитр|字幕|transcri|"
    r"transkri|trascri|powered|made with|generated)).{5,120}",
    re.IGNORECASE,
)


def is_tool_line(line: str, at_edge: bool = True) -> bool:
    """Whether a tool wrote this line, not a person who speaks.

    ``at_edge``: whether it stands at the start or the end of the file, where tools put a note that the
    text may have errors. In the middle, somebody may say so.
    """
    line = line.strip()
    if not line or len(line) > 400:
        return False
    return bool(
        _OTTER.fullmatch(line)
        or is_event(line)
        or (at_edge and _NOTE.fullmatch(line))
        or _IN_BRACKETS.fullmatch(line)
        or _CREDIT.fullmatch(line)
    )


def is_event(line: str) -> bool:
    """Whether the line says that a transcript was started or stopped."""
    return bool(_EVENT.fullmatch(line.strip()) or _ENDED.fullmatch(line.strip()))


def spans_note(lines: Sequence[str]) -> int:
    """How many of the first lines are together one note in brackets that a tool added; 0 if none are."""
    for count in range(1, min(len(lines), 4) + 1):
        if _IN_BRACKETS.fullmatch(" ".join(lines[:count])):
            return count
    return 0
