from __future__ import annotations

import pytest

from rvc.analysis.containers import is_preprint_place, same_container


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Journal of Law and Society", "Journal of Law & Society"),
        ("J. Law Soc.", "Journal of Law and Society"),
        ("Int. J. Comput. Vis.", "International Journal of Computer Vision"),
        ("IEEE Trans. Biomed. Eng.", "IEEE Transactions on Biomedical Engineering"),
        ("Proc Natl Acad Sci", "Proceedings of the National Academy of Sciences"),
        ("STOC", "Proceedings of the 48th Annual ACM Symposium on Theory of Computing (STOC)"),
        ("EC", "Proceedings of the 21st ACM Conference on Economics and Computation"),
        (
            "Advances in Neural Information Processing Systems 37",
            "Advances in Neural Information Processing Systems",
        ),
        ("CoRR", "arXiv preprint arXiv:2002.06968"),
        ("The Lancet", "Lancet"),
        ("IEEE TPAMI", "IEEE Transactions on Pattern Analysis and Machine Intelligence"),
        ("Proceedings of ACL", "Annual Meeting of the Association for Computational Linguistics"),
        ("PNAS", "Proceedings of the National Academy of Sciences"),
    ],
)
def test_one_container_by_two_names(one: str, other: str) -> None:
    assert same_container(one, other) is True
    assert same_container(other, one) is True


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Journal of Law and Society", "Critical Sociology"),
        ("Math. Oper. Res.", "Proceedings of the Conference on Economics and Computation"),
        ("Journal of Law and Society", "SSRN Electronic Journal"),
        ("arXiv", "International Journal of Computer Vision"),
    ],
)
def test_two_containers(one: str, other: str) -> None:
    assert same_container(one, other) is False


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("", "Lancet"),
        ("Proceedings", "Journal"),
        ("Law", "Society"),
        ("X", "Journal of Law"),
        ("Science", "Science Advances"),
        ("Economic Geography", "Journal of Economic Geography"),
        ("Journal of Sociology", "International Journal of Sociology"),
        ("Springer", "Lecture Notes in Computer Science"),
    ],
)
def test_names_that_do_not_tell(one: str, other: str) -> None:
    assert same_container(one, other) is None


def test_places_of_preprints() -> None:
    assert is_preprint_place("ArXiv.org")
    assert is_preprint_place("SSRN Electronic Journal")
    assert not is_preprint_place("Correspondence on Corruption")
