"""The passes of an alignment, from certain to uncertain; each only sees what is still open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import product

from rvc.analysis.anchors import heaviest_chain
from rvc.analysis.placeholder import is_placeholder
from rvc.analysis.unit import Unit
from rvc.analysis.unit_evidence import Evidence, Pair
from rvc.analysis.word_likeness import Likeness

# Shares of the words of a provision.
_CONTENT = 0.3  # so much text of its own in common is proof by itself
_PIECE = 0.5  # a piece of a split provision must come from it by half
_PIECE_BESIDE = 0.2  # where it stands beside the main piece; every edit breaks three runs of words
# Likeness (cosine) that is enough beside other evidence, and alone.
_LIKELY = 0.1
_LIKELY_IN_PLACE = 0.15
_LIKELY_ANYWHERE = 0.35
_GAP = 400  # pairs of one gap that are all compared; in a larger one only likely candidates


class Board:
    """The state of an alignment: who is linked with whom, by which pass and how surely."""

    def __init__(self, left: Sequence[Unit], right: Sequence[Unit]) -> None:
        self.left, self.right = left, right
        self.texts = [unit.text for unit in left], [unit.text for unit in right]
        self.partner: tuple[dict[int, int], dict[int, int]] = ({}, {})
        """One-to-one links, from both sides."""
        self.pieces: dict[Pair, str] = {}
        """Further links of a split ("split") or merged ("merged") provision."""
        self.found: dict[Pair, tuple[str, float]] = {}
        """By which pass a link was found, and its score."""
        self.evidence = Evidence({}, {})
        self._likeness: Likeness | None = None

    def likeness(self, i: int, j: int) -> float:
        """Return how alike the words of two provisions are."""
        if self._likeness is None:
            self._likeness = Likeness(*self.texts)
        return self._likeness.of(i, j)

    def open(self, side: int) -> list[int]:
        """Return the places of provisions that have no partner yet."""
        taken = self.partner[side]
        return [at for at in range(len(self.texts[side])) if at not in taken]

    def link(self, i: int, j: int, matched_by: str, score: float) -> None:
        """Make two provisions partners."""
        self.partner[0][i] = j
        self.partner[1][j] = i
        self.found[i, j] = (matched_by, score)

    def match_exact(self) -> None:
        """Texts equal but for white space, found once on each side, are the same provision.

        Where several provisions have one text ("(Deleted)"), equal numbers pair first, then, if as
        many stand on both sides, their order.
        """
        for ours, theirs in self._equal_texts():
            if len(ours) == 1 and len(theirs) == 1:
                self.link(ours[0], theirs[0], "exact", 1.0)
                continue
            self._match_labels(ours, theirs)
            ours = [i for i in ours if i not in self.partner[0]]
            theirs = [j for j in theirs if j not in self.partner[1]]
            if len(ours) == len(theirs):
                for i, j in zip(ours, theirs, strict=True):
                    self.link(i, j, "exact", 1.0)

    def _equal_texts(self) -> list[tuple[list[int], list[int]]]:
        """Return the open provisions of both sides that have one text, white space apart."""
        groups: list[dict[str, list[int]]] = [defaultdict(list), defaultdict(list)]
        for side, texts in enumerate(self.texts):
            for at in self.open(side):
                groups[side][" ".join(texts[at].split())].append(at)
        return [(ours, groups[1][text]) for text, ours in groups[0].items() if text in groups[1]]

    def match_content(self) -> None:
        """Two provisions that share most text with each other, text that no third one has.

        Rare text is strong evidence even in small amounts: each must be the best partner of the
        other, and either it makes up a good part of one of them or the rest of the words is alike.
        """
        texts = [{at: self.texts[side][at] for at in self.open(side)} for side in (0, 1)]
        self.evidence = evidence = Evidence(*texts)
        evidence.add_paragraphs()
        evidence.add_word_runs()
        for i, j in self._mutual(evidence.shared):
            score = max(evidence.coverage((i, j)))
            if score < _CONTENT:
                likeness = self.likeness(i, j)
                if likeness < _LIKELY_ANYWHERE:
                    continue
                score = max(score, likeness)
            self.link(i, j, "content", score)

    def find_splits_and_merges(self) -> None:
        """A provision left over whose text comes by half from a partnered one is a piece of it."""
        evidence = self.evidence
        best: dict[tuple[int, int], Pair] = {}
        for pair in sorted(evidence.shared):
            for side in (0, 1):
                at = pair[side]
                if at in self.partner[side] or pair[1 - side] not in self.partner[1 - side]:
                    continue
                held = best.get((side, at))
                if held is None or evidence.shared[pair] > evidence.shared[held]:
                    best[side, at] = pair
        for (side, at), pair in best.items():
            share = evidence.coverage(pair)[side]
            beside = abs(at - self.partner[1 - side][pair[1 - side]]) == 1
            if share >= (_PIECE_BESIDE if beside else _PIECE):
                self.pieces[pair] = "merged" if side == 0 else "split"
                self.found[pair] = ("paragraphs", share)

    def repair_order(self) -> None:
        """What stands between the same two neighbours on both sides may be alike in less."""
        taken = {(side, pair[side]) for pair in self.pieces for side in (0, 1)}
        for ours, theirs in self._gaps():
            ours = [i for i in ours if (0, i) not in taken]
            theirs = [j for j in theirs if (1, j) not in taken]
            if not ours or not theirs or len(ours) * len(theirs) > _GAP:
                continue
            likeness = {pair: self.likeness(*pair) for pair in product(ours, theirs)}
            shared = self.evidence.shared
            own = {p: shared[p] for p in likeness if p in shared and likeness[p] >= _LIKELY}
            for pair in self._mutual(own):
                self.link(*pair, "order", likeness[pair])
            likely = {p: score for p, score in likeness.items() if score >= _LIKELY_IN_PLACE}
            for pair in self._mutual(likely):
                self.link(*pair, "order", likeness[pair])
            self._match_placeholders(ours, theirs)
        for ours, theirs in self._equal_texts():
            for i, j in zip(ours, theirs, strict=False):
                self.link(i, j, "order", 1.0)

    def _match_placeholders(self, ours: list[int], theirs: list[int]) -> None:
        """A placeholder ("(Unchanged)") has no words to go by, only its place."""
        ours = [i for i in ours if i not in self.partner[0]]
        theirs = [j for j in theirs if j not in self.partner[1]]
        if len(ours) == 1 and len(theirs) == 1:
            i, j = ours[0], theirs[0]
            if is_placeholder(self.texts[0][i]) or is_placeholder(self.texts[1][j]):
                self.link(i, j, "order", self.likeness(i, j))

    def match_numbers(self) -> None:
        """Among what is still open and a little alike, an equal number breaks the tie."""
        taken = {(side, pair[side]) for pair in self.pieces for side in (0, 1)}
        ours = [i for i in self.open(0) if (0, i) not in taken and self.left[i].label]
        theirs = [j for j in self.open(1) if (1, j) not in taken and self.right[j].label]
        by_label = self._by_label(theirs)
        for i in ours:
            j = by_label.get(self.left[i].label, -1)
            if j >= 0 and self.likeness(i, j) >= _LIKELY:
                self.link(i, j, "number", self.likeness(i, j))

    def match_weak(self) -> None:
        """Rewritten in other words: the rest is paired by rare words, and marked uncertain."""
        taken = {(side, pair[side]) for pair in self.pieces for side in (0, 1)}
        ours = [i for i in self.open(0) if (0, i) not in taken]
        theirs = [j for j in self.open(1) if (1, j) not in taken]
        if not ours or not theirs:
            return
        if len(ours) * len(theirs) <= _GAP:
            pairs: Iterable[Pair] = [(i, j) for i in ours for j in theirs]
        else:
            open_left, open_right = set(ours), set(theirs)
            pairs = [p for p in self.evidence.shared if p[0] in open_left and p[1] in open_right]
        scores = {pair: self.likeness(*pair) for pair in pairs}
        likely = {pair: score for pair, score in scores.items() if score >= _LIKELY_ANYWHERE}
        for i, j in self._mutual(likely):
            self.link(i, j, "weak", likely[i, j])

    def chain(self) -> list[Pair]:
        """Return the largest set of partners that stand in the same order on both sides.

        Of two as large, the one that keeps more numbers: where provisions 2 and 4 change places,
        these have moved and not the third between them.
        """
        pairs = sorted(self.partner[0].items())
        more = len(pairs) + 1
        weights = [more + self._keeps_number(pair) for pair in pairs]
        kept, _ = heaviest_chain([(i, j, 1) for i, j in pairs], weights)
        return [(i, j) for i, j, _ in kept]

    def _keeps_number(self, pair: Pair) -> bool:
        label = self.left[pair[0]].label
        return bool(label) and label == self.right[pair[1]].label

    def _gaps(self) -> Iterable[tuple[list[int], list[int]]]:
        """Yield the open provisions of both sides between neighbours of the chain."""
        last_i = last_j = -1
        for i, j in [*self.chain(), (len(self.left), len(self.right))]:
            yield (
                [at for at in range(last_i + 1, i) if at not in self.partner[0]],
                [at for at in range(last_j + 1, j) if at not in self.partner[1]],
            )
            last_i, last_j = i, j

    def _mutual(self, scores: dict[Pair, float]) -> list[Pair]:
        """Return the pairs, both open, that are each other's best; place decides between equals."""
        best: tuple[dict[int, Pair], dict[int, Pair]] = ({}, {})
        for pair in sorted(scores):
            if pair[0] in self.partner[0] or pair[1] in self.partner[1]:
                continue
            for side in (0, 1):
                held = best[side].get(pair[side])
                if held is None or scores[pair] > scores[held]:
                    best[side][pair[side]] = pair
        return [pair for pair in best[0].values() if best[1][pair[1]] == pair]

    def _by_label(self, theirs: list[int]) -> dict[str, int]:
        """Return the place of each number that stands once among `theirs`, -1 for the others."""
        places: dict[str, int] = {}
        for j in theirs:
            label = self.right[j].label
            places[label] = -1 if label in places else j
        return places

    def _match_labels(self, ours: list[int], theirs: list[int]) -> None:
        by_label = self._by_label(theirs)
        for i in ours:
            j = by_label.pop(self.left[i].label, -1) if self.left[i].label else -1
            if j >= 0:
                self.link(i, j, "number", 1.0)
