"""The colours of pictures by name, with the value that each has outside our pages.

Inside pages docs/assets/css/pictures.css says what each name looks like: in light, in dark, in forced
colours. A test holds its light values and these together.
"""

from __future__ import annotations

GROUNDS = ("mint", "sand", "rose", "sky")
"""The soft colours behind a picture; each has a deeper shade, such as ``mint-deep``, for its floor."""

PEOPLE = ("green", "gold", "coral", "blue")
"""The colours of people, in the order in which a group gets them."""

# "sign" is for a sign on gold: dark on the dark scheme too, where the ink is light.
PALETTE = {
    "paper": "#ffffff",
    "chalk": "#ffffff",
    "ink": "#06382a",
    "sign": "#06382a",
    "green": "#0f7a5c",
    "gold": "#f2b134",
    "coral": "#e5704f",
    "blue": "#3a5fcd",
    "mint": "#d8efe4",
    "mint-deep": "#a9dac3",
    "mint-edge": "#0f6b51",
    "sand": "#fcebc6",
    "sand-deep": "#f5d48d",
    "sand-edge": "#8a5a00",
    "rose": "#f9dfd6",
    "rose-deep": "#f0bba8",
    "rose-edge": "#a33b1f",
    "sky": "#d6e6f7",
    "sky-deep": "#a8cbee",
}
