"""Labels on lines that fit, by an estimate of letters' widths that no usual typeface exceeds.

In: words and a width in units. Out: lines. Guaranteed: no more lines than asked for; what is left out shows as `…`.
"""

from __future__ import annotations

from consult.publish.charts import breadth, fit

LINE = 17.0
"""From one line to the next."""

MOST_LINES = 3


def wrapped(text: str, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
    """`text` on at most `most` lines of `width` units.

    >>> wrapped("Ei samla oversikt over kontraktar i kommunane", 150)
    ('Ei samla oversikt', 'over kontraktar i', 'kommunane')
    """
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and breadth(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(word)
    rest = " ".join(lines[most - 1 :])
    return tuple(fit(line, width) for line in (*lines[: most - 1], rest) if line)


def counted(text: str, number: int, width: float, most: int = MOST_LINES) -> tuple[str, ...]:
    """`text` with a number behind it that is never left out.

    >>> counted("Innsyn", 12, 150)
    ('Innsyn (12)',)
    """
    figure = f" ({number})"
    *lines, last = wrapped(text, width, most) or ("",)
    if breadth(last + figure) > width and len(lines) + 1 < most:
        return (*lines, last, figure.strip())
    return (*lines, f"{fit(last, width - breadth(figure))}{figure}")
