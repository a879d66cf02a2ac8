"""spaCy without torch.

spaCy's thinc imports torch wherever it is installed, though nothing that we use of either runs on it: 180 MB and
1.7 s of every run. Here torch looks absent for as long as that import takes; whoever wants it afterwards gets it.
"""

from __future__ import annotations

import importlib
import sys
from types import ModuleType

TORCH = "torch"


def load_spacy() -> ModuleType:
    """The module `spacy`, imported without torch unless one of them is there already."""
    if "spacy" in sys.modules or TORCH in sys.modules:
        return importlib.import_module("spacy")
    sys.modules[TORCH] = None  # type: ignore[assignment] # documented: importing it now raises ImportError
    try:
        return importlib.import_module("spacy")
    finally:
        del sys.modules[TORCH]
