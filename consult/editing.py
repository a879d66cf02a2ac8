"""What the gate has to say of a sentence that a person worded: warnings, never a refusal."""

from __future__ import annotations

from dataclasses import replace

from consult.answer.entailment import load_scorer, scores_of
from consult.answer.gate import Ground, Sentence, judge
from consult.answer.gate.entailing import pairs_of
from consult.answer.gate.grounds import grounds, texts_of
from consult.answer.gate.identifying import find_identifying
from consult.answer.gate.meaning import pairs_meant
from consult.answer.gate.scorer import Entailment
from consult.answer.wordings import in_words_of
from consult.errors import ModelError
from consult.records import Analysis
from consult.settings import Settings
from consult.themes.embed import VectorCache
from consult.writer_settings import OWN


def warnings_of(
    analysis: Analysis, settings: Settings, conclusion_id: str, text: str, cache: VectorCache
) -> tuple[str, ...]:
    """Codes of what the gate would refuse; none where no conclusion bears the id, which others find out.

    cache: where the vectors of what is compared are kept, so that the law can compare again.
    """
    from consult.themes import load_encoder
    from consult.themes.embed import embed_texts

    conclusion = next((one for one in analysis.conclusions if one.conclusion_id == conclusion_id), None)
    if conclusion is None or not text.strip():
        return ()
    edited = in_words_of(conclusion, " ".join(text.split()))
    ids = tuple(dict.fromkeys(citation.passage_id for citation in edited.citations))
    sentence = Sentence(text=edited.text, passage_ids=ids, language=conclusion.language)
    theme = next(one for one in analysis.themes if one.theme_id == conclusion.theme_id)
    members = [passage for passage in analysis.passages if passage.passage_id in theme.passage_ids]
    texts = texts_of([sentence], members)
    vectors = dict(zip(texts, embed_texts(texts, load_encoder(settings.model), cache), strict=True))
    ground = grounds(analysis, settings.framework, vectors, find_identifying)[conclusion.theme_id]
    faults = list(judge(sentence, ground))
    if settings.writer.entailment:
        faults += judge(sentence, replace(ground, entailment=_said(sentence, ground, settings, cache)))
    return tuple(dict.fromkeys(fault.code for fault in faults))


def _said(sentence: Sentence, ground: Ground, settings: Settings, cache: VectorCache) -> Entailment | None:
    """What the entailment model says, always beside the rules: a warning more costs nothing but a look."""
    own = settings.writer.entailment == OWN
    pairs = pairs_meant(sentence, ground) if own else pairs_of([(sentence, ground)])
    try:
        scores = scores_of(pairs, load_scorer(settings.writer.entailment), cache)
    except ModelError:
        if not own:
            raise
        return None
    return Entailment(scores=scores, own=own)
