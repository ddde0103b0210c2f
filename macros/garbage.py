"""How seldom Python collects garbage: nearly all that a build reads stays until its end."""

import gc

NEW_OBJECTS = 50_000
"""How many more objects there are when Python looks for garbage among them; by itself it does so at every 700th."""


def collect_seldom() -> None:
    """Has this process collect seldom, and never what is there now. It took a twentieth of a build."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
