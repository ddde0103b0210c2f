"""Writes the owner's colours as a style sheet: pages take it after the site's own (theme/base.html)."""

from __future__ import annotations

from macros.reading.settings_fields import ColoursFields

FILE = "assets/css/colours.css"


def colours_css(colours: ColoursFields) -> str:
    """The colours in the place of those of site.css, for both schemes."""
    light, dark = colours.light, colours.dark
    brand = f"light-dark({light.brand}, {dark.brand})"
    on_brand = f"light-dark({light.on_brand}, {dark.on_brand})"
    properties = {
        "--action": brand,
        "--link": brand,
        "--brand": brand,
        "--on-action": on_brand,
        # The stage is dark in both schemes.
        "--stage-action": dark.brand,
        "--on-stage-action": dark.on_brand,
    }
    return ":root {\n" + "".join(f"  {name}: {value};\n" for name, value in properties.items()) + "}\n"
