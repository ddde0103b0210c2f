"""How seldom Python looks for objects that can be let go: nearly all that a build reads stays until its end."""

import gc

NEW_OBJECTS = 50_000
"""How many more objects there are when Python looks for some to let go; by itself it does so at every 700th."""


def seldom_let_go() -> None:
    """Has this process look seldom, and never among what is there now. It took a twentieth of a build."""
    gc.freeze()
    gc.set_threshold(NEW_OBJECTS)
