"""Pictures as points of colour, for files that cannot show SVG everywhere.

In: SVG that we drew. Out: PNG, with a typeface that comes with the program, so that it is the same on every machine.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

SCALE = 2
"""Points for each unit of the picture: sharp at 200 % on a screen and on paper."""

TYPEFACE = "Inter"
"""For pictures and PDF; comes as a package (SIL Open Font License)."""


@cache
def font_folder() -> Path:
    """Where the typeface lies."""
    import fontpkg_inter

    return Path(str(fontpkg_inter.__file__)).parent / "files"


@cache
def prepared() -> None:
    """Tell the drawing library of the typeface, once."""
    import vl_convert

    vl_convert.register_font_directory(str(font_folder()))


@cache
def png(svg: str) -> bytes:
    """The picture as PNG."""
    import vl_convert

    prepared()
    return bytes(vl_convert.svg_to_png(svg, scale=SCALE))
