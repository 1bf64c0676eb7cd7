"""How good the coder is: alignment with gold claims, field scores, evidence checks, phenomena and floors."""

from waqai.evaluate.align import align, describe
from waqai.evaluate.evidence import check_evidence, sum_evidence
from waqai.evaluate.floors import below, figures, fingerprint, load_floors, lowered, raised, save_floors
from waqai.evaluate.gold import GoldDoc, flat, load_gold, load_system
from waqai.evaluate.phenomena import Record, judge, load_phenomena, run
from waqai.evaluate.score import CORE, Result, score

__all__ = [
    "CORE",
    "GoldDoc",
    "Record",
    "Result",
    "align",
    "below",
    "check_evidence",
    "describe",
    "figures",
    "fingerprint",
    "flat",
    "judge",
    "load_floors",
    "load_gold",
    "load_phenomena",
    "load_system",
    "lowered",
    "raised",
    "run",
    "save_floors",
    "score",
    "sum_evidence",
]
