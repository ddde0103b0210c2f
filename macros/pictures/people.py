"""People: a circle is a head, limbs are lines with round ends, a ring is the wheel of a wheelchair.

Someone who stands is 100 units tall, faces right and has their feet at the origin. Nobody's colour is a
colour of skin: the four colours of the palette only tell people apart.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from macros.pictures.shapes import Circle, Path, Shape, Shapes, circle, ellipse, fill, line, path, placed, polyline

Point = tuple[float, float]
Limb = tuple[Point, ...]

HEAD, TORSO, LEG, ARM = 12.5, 21.0, 11.5, 9.5
"""The head's radius, and how thick a torso, a leg and an arm are."""


@dataclass(frozen=True)
class Pose:
    """Where the joints are. ``far`` limbs are drawn behind the body, ``near`` ones before it.

    An arm starts at the neck, a leg at the hip. ``seat`` is what the person sits on or moves with:
    ``chair`` a wheelchair, ``racer`` a racing wheelchair, ``stool``; empty for nothing.
    """

    head: Point
    neck: Point
    hip: Point
    far_arm: Limb
    near_arm: Limb
    far_leg: Limb
    near_leg: Limb
    seat: str = ""


_FAR_LAP: Limb = ((23, -37), (29, -13), (37, -13))
_NEAR_LAP: Limb = ((21, -35), (27, -10), (36, -10))


def _seated(
    far_arm: Limb, near_arm: Limb, seat: str, head: Point = (5, -86), neck: Point = (0, -64), hip: Point = (-3, -36)
) -> Pose:
    return Pose(head, neck, hip, far_arm, near_arm, _FAR_LAP, _NEAR_LAP, seat)


POSES: dict[str, Pose] = {
    "stand": Pose(
        (0, -87), (0, -64), (0, -43),
        ((-14, -52), (-15, -36)), ((14, -52), (15, -36)), ((-6, -20), (-7, -3)), ((6, -20), (7, -3)),
    ),
    "hand-up": Pose(
        (0, -87), (0, -64), (0, -43),
        ((-14, -52), (-14, -36)), ((16, -76), (18, -104)), ((-6, -20), (-7, -3)), ((6, -20), (7, -3)),
    ),
    "cheer": Pose(
        (0, -87), (0, -64), (0, -43),
        ((-19, -76), (-24, -104)), ((19, -76), (24, -104)), ((-9, -20), (-13, -3)), ((9, -20), (13, -3)),
    ),
    "point": Pose(
        (1, -87), (0, -64), (0, -43),
        ((-14, -52), (-12, -38)), ((18, -64), (39, -70)), ((-6, -20), (-7, -3)), ((6, -20), (7, -3)),
    ),
    "talk": Pose(
        (2, -87), (0, -64), (0, -43),
        ((-13, -52), (-10, -37)), ((14, -50), (29, -60)), ((-6, -20), (-7, -3)), ((6, -20), (7, -3)),
    ),
    "arms-folded": Pose(
        (0, -87), (0, -64), (0, -43),
        ((-15, -54), (7, -50)), ((16, -56), (-7, -48)), ((-6, -20), (-8, -3)), ((6, -20), (8, -3)),
    ),
    "walk": Pose(
        (4, -87), (2, -64), (0, -40),
        ((13, -50), (23, -42)), ((-9, -50), (-15, -38)), ((-6, -22), (-18, -5)), ((10, -22), (14, -3), (20, -3)),
    ),
    "run": Pose(
        (19, -84), (12, -63), (0, -42),
        ((27, -50), (38, -62)), ((-6, -58), (-16, -42)), ((-10, -22), (-32, -24)), ((18, -34), (13, -9), (22, -5)),
    ),
    "kick": Pose(
        (-8, -86), (-6, -63), (0, -41),
        ((12, -68), (24, -78)), ((-22, -58), (-34, -48)), ((-4, -20), (-7, -3)), ((22, -34), (42, -22), (47, -29)),
    ),
    "throw": Pose(
        (4, -87), (1, -64), (-1, -40),
        ((19, -60), (33, -66)), ((-14, -76), (-9, -99)), ((-12, -20), (-22, -3)), ((14, -24), (18, -3), (25, -3)),
    ),
    "bowl": Pose(
        (27, -66), (16, -50), (-4, -38),
        ((6, -32), (-8, -22)), ((30, -34), (42, -22)), ((-16, -20), (-34, -5)), ((16, -28), (16, -3), (24, -3)),
    ),
    "shoot": Pose(
        (-1, -86), (0, -64), (0, -41),
        ((13, -80), (13, -105)), ((19, -76), (22, -103)), ((-7, -22), (-12, -6)), ((7, -22), (5, -4)),
    ),
    "stroke": Pose(
        (6, -86), (3, -63), (-1, -40),
        ((-10, -54), (-20, -60)), ((20, -56), (38, -60)), ((-12, -20), (-24, -3)), ((14, -24), (20, -3), (27, -3)),
    ),
    "climb": Pose(
        (2, -88), (0, -65), (-1, -40),
        ((17, -76), (22, -100)), ((14, -58), (24, -72)), ((14, -30), (20, -14)), ((-4, -20), (4, -3)),
    ),
    "carry": Pose(
        (3, -87), (1, -64), (0, -40),
        ((15, -50), (32, -54)), ((13, -47), (31, -49)), ((-7, -22), (-15, -4)), ((9, -22), (12, -3), (18, -3)),
    ),
    "dance": Pose(
        (-8, -87), (-4, -65), (2, -42),
        ((-24, -70), (-38, -86)), ((16, -70), (30, -92)), ((-8, -24), (-9, -3)), ((24, -34), (22, -12)),
    ),
    "balance": Pose(
        (10, -85), (4, -63), (-2, -42),
        ((24, -66), (44, -74)), ((-14, -70), (-34, -80)), ((-22, -36), (-46, -40)), ((2, -22), (0, -3), (7, -3)),
    ),
    "float": Pose(
        (30, -14), (12, -8), (-16, -4),
        ((34, -28), (54, -12)), ((6, -26), (24, -30)), ((-34, -2), (-52, -6)), ((-34, 0), (-52, 4)),
    ),
    "sit": _seated(((12, -52), (24, -50)), ((9, -50), (20, -44)), "stool"),
    "sit-hand-up": _seated(((12, -52), (24, -50)), ((15, -76), (18, -102)), "stool"),
    "chair": _seated(((12, -52), (22, -46)), ((9, -50), (19, -42)), "chair"),
    "chair-hand-up": _seated(((12, -52), (22, -46)), ((15, -76), (18, -103)), "chair"),
    "chair-talk": _seated(((13, -52), (24, -48)), ((15, -52), (32, -62)), "chair"),
    "chair-push": _seated(
        ((14, -46), (6, -33)), ((-10, -56), (0, -43)), "chair", head=(15, -84), neck=(8, -63), hip=(-4, -37)
    ),
    "chair-shoot": _seated(((16, -80), (19, -104)), ((21, -75), (27, -102)), "chair", head=(2, -86)),
    "chair-throw": _seated(((14, -50), (26, -52)), ((19, -58), (37, -72)), "chair", head=(9, -84), neck=(3, -63)),
    "chair-race": Pose(
        (30, -62), (14, -52), (-12, -32), far_arm=((18, -34), (6, -30)), near_arm=((0, -60), (-4, -44)),
        far_leg=((8, -26), (-4, -18)), near_leg=((10, -24), (-2, -16)), seat="racer",
    ),
}  # fmt: skip
"""Every pose by the name that data uses."""


def person(pose: str, colour: str, x: float = 0, y: float = 0, size: float = 1, flip: bool = False) -> Shapes:
    """Someone in a pose of ``POSES``, with their feet (or wheels) at (x, y)."""
    p = POSES[pose]
    near_leg = _limb(p.hip, p.near_leg, "ink", LEG)
    torso = polyline([p.neck, p.hip], line(colour, TORSO))
    shapes: list[Shape] = [
        _limb(p.neck, p.far_arm, colour, ARM),
        _limb(p.hip, p.far_leg, "ink", LEG),
        *_behind(p.seat),
        # Who sits has the near leg before the body, as the lap is; who stands has the shirt over the hips.
        *((torso, near_leg) if p.seat else (near_leg, torso)),
        circle(*p.head, HEAD, fill(colour)),
        *_before(p.seat),
        _limb(p.neck, p.near_arm, colour, ARM),
    ]
    return placed(shapes, x, y, size, flip)


def _limb(start: Point, joints: Limb, colour: str, width: float) -> Path:
    """A limb that bends softly at its joints."""
    return polyline([start, *joints], line(colour, width))


def _behind(seat: str) -> Shapes:
    if seat == "chair":
        return (path("M-17 -66V-32H16", line("ink", 5)),)
    if seat == "stool":
        return (path("M-16 -26H16M-12 -26L-15 -3M12 -26L15 -3", line("ink", 5)),)
    return ()


def _before(seat: str) -> Shapes:
    if seat == "chair":
        return (
            circle(-3, -24, 21, line("ink", 5)),
            circle(-3, -24, 4, fill("ink")),
            circle(19, -5, 4, line("ink", 4)),
        )
    if seat == "racer":
        return (
            path("M-10 -22L58 -12", line("ink", 5)),
            circle(-10, -24, 22, line("ink", 5)),
            circle(-10, -24, 4, fill("ink")),
            circle(58, -10, 8, line("ink", 4)),
        )
    return ()


def bust(colour: str, x: float = 0, y: float = 0, size: float = 1, wheels: bool = False) -> Shapes:
    """Head and shoulders, 60 units wide and 70 tall, that end at y; ``wheels`` for someone in a wheelchair."""
    shapes: list[Shape] = []
    if wheels:
        shapes += [path("M-33 -34V4M33 -34V4", line("ink", 7))]
    shapes += [path("M-27 0Q-27 -34 0 -34Q27 -34 27 0Z", fill(colour)), circle(0, -51, 18, fill(colour))]
    return placed(shapes, x, y, size)


def mark(x: float, y: float, r: float, left: str = "green", right: str = "gold", both: str = "ink") -> Shapes:
    """The site's mark: two circles that overlap, with what they share in a colour of its own."""
    reach = r * 0.62
    # The lens between two circles of radius r whose centres are 2 * reach apart.
    height = (r * r - reach * reach) ** 0.5
    bulge = (r - reach) * 4 / 3
    lens = path(
        f"M{x} {y - height}C{x + bulge} {y - height * 0.5} {x + bulge} {y + height * 0.5} {x} {y + height}"
        f"C{x - bulge} {y + height * 0.5} {x - bulge} {y - height * 0.5} {x} {y - height}Z",
        fill(both),
    )
    return (Circle(x - reach, y, r, fill(left)), Circle(x + reach, y, r, fill(right)), lens)


def round_table(cast: Sequence[str], wheels: frozenset[int], colour: str = "paper") -> Iterator[Shape]:
    """People round a table, half of them behind it; ``wheels`` are the places of wheelchair users."""
    behind = (len(cast) + 1) // 2
    for i, who in enumerate(cast[:behind]):
        across = (i + 0.5) / behind - 0.5
        yield from bust(who, across * 230, -78 - 26 * (1 - abs(across) * 2), 0.95, i in wheels)
    yield ellipse(0, -72, 140, 42, fill("paper"))
    yield ellipse(0, -72, 140, 42, line("ink", 6))
    yield path("M-30 -90H22L34 -66H-24Z", fill(colour))
    yield path("M-30 -90H22L34 -66H-24Z", line("ink", 4))
    front = cast[behind:]
    for i, who in enumerate(front):
        across = (i + 0.5) / len(front) - 0.5
        yield from bust(who, across * 250, 10 + 6 * (1 - abs(across) * 2), 1.15, behind + i in wheels)
