r"""Who wrote what a form on the web sends as a mail: the sender is a machine, and the writer a line of the body.

In: a mail's *From:* and its body. Out: the writer's name, or nothing where the form does not say; None where the sender
is somebody. Many people's answers come from one such address: its name is none of theirs.

>>> writer_of("noreply@skjema.example", "Namn: Kari Nes\\nInnspel: Meir lys"), writer_of("kari@nes.example", "Lys")
('Kari Nes', None)
"""

from __future__ import annotations

import re
from email.utils import getaddresses

from consult.read.columns import named_role

LINES = 40  # from the top, in which a form says who answers
LABEL_WORDS = 4
MACHINE = re.compile(
    r"(?:no|do[-_.]?not|ikk?j?e|ikke|inte|svar[-_.]?ikke|svar[-_.]?ikkje)[-_.]?(?:reply|svar|svara|besvar)\w*"
    r"|(?:web|nett)?(?:form|forms|skjema|skema|formular|formulär)(?:s|post)?|(?:wordpress|www-data|apache|mailer(?:-daemon)?)",
    re.IGNORECASE,
)
FIELD = re.compile(r"\s*[*_]*([^:\n]{2,40}?)[*_]*\s*:\s*[*_]*\s*(\S[^\n]*)")


def writer_of(sender: str, body: str) -> str | None:
    """The name that a form's mail gives in its body; empty where it gives none, None where no form has sent it."""
    _, address = (getaddresses([sender]) or [("", "")])[0]
    if not MACHINE.fullmatch(address.partition("@")[0]):
        return None
    said: dict[str, list[str]] = {"organisation": [], "contributor": []}
    for line in body.split("\n")[:LINES]:
        found = FIELD.fullmatch(line)
        role = named_role(found[1]) if found and len(found[1].split()) <= LABEL_WORDS else None
        if found and role in said:
            said[role].append(" ".join(found[2].split()))
    return " ".join(said["organisation"][:1] or said["contributor"])
