"""The kinds of package, each with the name that its files end with."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Kind:
    """``script`` is what docs/assets/js/course.js knows it by, ``ending`` goes on from the course's name.

    ``may_send_out`` is for platforms that give an address of their own to send to.
    """

    script: str
    ending: str
    may_send_out: bool = False


SCORM_12 = Kind("scorm12", "-scorm-1.2.zip")
SCORM_2004 = Kind("scorm2004", "-scorm-2004.zip")
CMI5 = Kind("cmi5", "-cmi5.zip", may_send_out=True)
CARTRIDGE_ENDING = "-links.imscc"
"""Of a Common Cartridge, which has links and no pages."""
