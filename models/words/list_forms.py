"""List what `consult.themes.words` knows of single words: function words, and bokmål beside nynorsk.

In: a folder of UD treebanks and a file of nb–nn sentence pairs (JSON lines with `nb` and `nn`).
Out: `words.json` and `nb_nn.json` beside this file. Deterministic.

    python models/words/list_forms.py ../shared/data/ud ../shared/data/nb_nn_parallel_sample.jsonl
"""

from __future__ import annotations

import difflib
import importlib
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from simplemma import is_known
from train_classes import TREEBANKS

HERE = Path(__file__).parent
CLOSED = {"PRON", "AUX", "SCONJ", "PART", "INTJ", "ADP", "CCONJ", "DET", "NUM"}
COMMON = {"VERB": 60, "ADV": 120, "ADJ": 25}
"""The most frequent lemmas of a class say little about a subject: *få, gjere, berre, fleire, god*."""
PARTS, COMMON_PARTS = 20, 9  # a common noun stands in 9 of 20 parts of a treebank
MIN_SHARE = 0.5  # a form is a function word when at least half of its uses are
MIN_ALIGNED = 3  # and, in nynorsk, when it stands at least this often where bokmål has one
MIN_SUPPORT, MIN_PURITY = 6, 0.85  # of an ending's rewriting, to be trusted with unseen words
NAMES_LIKE = 0.7  # likeness below which two forms seen once are not taken for the same word


def treebank(folder: Path, name: str) -> Iterator[tuple[str, str, str]]:
    """Form in lower case, lemma and tag of every word."""
    for path in sorted(folder.glob(f"UD_*{name}*/*.conllu")):
        for line in path.read_text(encoding="utf-8").splitlines():
            cells = line.split("\t")
            if len(cells) > 3 and cells[0].isdigit():
                yield cells[1].lower(), cells[2].lower(), cells[3]


def function_words(folder: Path, name: str) -> set[str]:
    """Forms that are mostly of a closed class, and all forms of the most common lemmas of open ones."""
    rows = list(treebank(folder, name))
    uses, closed = Counter(form for form, _, _ in rows), Counter(form for form, _, tag in rows if tag in CLOSED)
    nouns = {form for form, _, tag in rows if tag == "NOUN"}  # *møter* is a verb, and several meetings
    words = {form for form, count in closed.items() if count / uses[form] >= MIN_SHARE}
    for tag, most in COMMON.items():
        lemmas = {lemma for lemma, _ in Counter(lemma for _, lemma, t in rows if t == tag).most_common(most)}
        words |= {form for form, lemma, t in rows if t == tag and lemma in lemmas and form not in nouns}
    return {word for word in words if word.isalpha()}


def common_nouns(folder: Path, name: str) -> set[str]:
    """All forms of nouns that stand in most parts of any text: *år, dag, ting, side*.

    Dispersion, not frequency: a treebank's one text on kibbutzim makes that word frequent, not common.
    """
    rows = list(treebank(folder, name))
    size = len(rows) // PARTS + 1
    spread = Counter(
        lemma
        for part in range(PARTS)
        for lemma in {row[1] for row in rows[part * size : (part + 1) * size] if row[2] == "NOUN"}
    )
    return {form for form, lemma, tag in rows if tag == "NOUN" and spread[lemma] >= COMMON_PARTS and form.isalpha()}


def aligned(pairs: list[dict[str, str]]) -> Counter[tuple[str, str]]:
    """How often a bokmål form stands where a nynorsk form stands (the sentences are nearly word for word)."""
    counts: Counter[tuple[str, str]] = Counter()
    for pair in pairs:
        nb, nn = (re.findall(r"\w+(?:[-’']\w+)*|[^\w\s]", pair[key].lower()) for key in ("nb", "nn"))
        for _, i1, i2, j1, j2 in difflib.SequenceMatcher(None, nb, nn, autojunk=False).get_opcodes():
            if i2 - i1 == j2 - j1:
                counts.update(zip(nb[i1:i2], nn[j1:j2], strict=True))
    return counts


def forms(counts: Counter[tuple[str, str]], target: str) -> dict[str, str]:
    """For each form its counterpart in `target`, where one is clear.

    A pair seen once may be a slip of the translator: then the form itself, if `target` has it, is likelier.
    """
    uses = Counter[str]()
    for (form, _), count in counts.items():
        uses[form] += count
    return {
        form: other
        for (form, other), count in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
        if form.isalpha() and other.isalpha() and count / uses[form] > MIN_SHARE
        if count > 1 or form == other or (_alike(form, other) and not is_known(form, lang=target))
    }


def _alike(form: str, other: str) -> bool:
    """Whether two forms look like one word in two spellings."""
    return difflib.SequenceMatcher(None, form, other).ratio() > NAMES_LIKE


def endings(table: dict[str, str]) -> dict[str, str]:
    """Endings of three to six letters that are nearly always rewritten in one way (also: not at all)."""
    rewritings: dict[str, Counter[str]] = {}
    for form, other in table.items():
        for length in range(3, min(6, len(form) - 2) + 1):
            if form[:-length] == other[: len(form) - length]:
                rewritings.setdefault(form[-length:], Counter())[other[len(form) - length :]] += 1
            else:
                rewritings.setdefault(form[-length:], Counter())["\0"] += 1
    return {ending: best for ending, seen in sorted(rewritings.items()) if (best := _clear(seen)) is not None}


def _clear(seen: Counter[str]) -> str | None:
    """The rewriting that holds nearly always, or None."""
    best, count = min(seen.items(), key=lambda row: (-row[1], row[0]))
    return best if best != "\0" and count >= MIN_SUPPORT and count / seen.total() >= MIN_PURITY else None


def convert(form: str, exceptions: dict[str, str], rules: dict[str, str]) -> str | None:
    """The counterpart of a form, as `consult.themes.words` finds it."""
    if form in exceptions:
        return exceptions[form]
    for length in range(min(6, len(form) - 2), 2, -1):
        if form[-length:] in rules:
            return form[:-length] + rules[form[-length:]]
    return None


def packed(counts: Counter[tuple[str, str]], target: str) -> dict[str, dict[str, str]]:
    """The rules of a table of forms, and the forms that rules and dictionary would get wrong or not at all."""
    table = forms(counts, target)
    rules = endings(table)
    wrong = {form: other for form, other in table.items() if convert(form, {}, rules) != other}
    return {
        "endings": rules,
        "forms": {a: b for a, b in wrong.items() if len(a) > 2 and not (a == b and is_known(a, lang=target))},
    }


def write(name: str, content: object) -> None:
    """Write JSON beside this file."""
    (HERE / name).write_text(json.dumps(content, ensure_ascii=False, indent=0, sort_keys=True) + "\n", encoding="utf-8")


def main() -> None:
    """Write both files."""
    words = {language: function_words(Path(sys.argv[1]), name) for language, name in TREEBANKS.items()}
    for language in ("nb", "da", "sv", "en"):
        stops = importlib.import_module(f"spacy.lang.{language}.stop_words").STOP_WORDS
        words[language] |= {word for word in stops if word.isalpha()}
    counts = aligned([json.loads(line) for line in Path(sys.argv[2]).read_text(encoding="utf-8").splitlines()])
    seen, beside = Counter[str](), Counter[str]()
    for (nb, nn), count in counts.items():
        seen[nn] += count
        beside[nn] += count * (nb in words["nb"])
    words["nn"] |= {
        nn for nn in seen if nn.isalpha() and beside[nn] >= MIN_ALIGNED and beside[nn] / seen[nn] > MIN_SHARE
    }
    nouns = {language: sorted(common_nouns(Path(sys.argv[1]), name)) for language, name in TREEBANKS.items()}
    function = {language: sorted(found) for language, found in words.items()}
    write("words.json", {"function_words": function, "common_nouns": nouns})
    back = Counter({(nn, nb): count for (nb, nn), count in counts.items()})
    write("nb_nn.json", {"nb_nn": packed(counts, "nn"), "nn_nb": packed(back, "nb")})


if __name__ == "__main__":
    main()
