"""What is noted of a page when two runs, or a person and a run, decided on it."""

from __future__ import annotations

import pytest

from rvc.model.kept import Bytes, KeptPage, TextsLock, joined

OLD, NEW, NEWER = "old", "new", "newer"


def sent(sha256: str, *, file: str = "", etag: str = "") -> Bytes:
    return Bytes(sha256, 1, "2030-01-01T00:00:00Z", file=file, etag=etag)


def page(
    kept: str,
    *earlier: str,
    changed: str = "",
    file: str = "",
    etag: str = "",
    version: str = "bill",
    url: str = "http://toy.example/1",
) -> KeptPage:
    waiting = sent(changed, etag=etag) if changed else None
    return KeptPage("law", version, url, sent(kept, file=file, etag=etag), waiting, earlier)


@pytest.mark.parametrize(
    ("now", "decided", "noted"),
    [
        pytest.param(None, page(NEW), page(NEW), id="the first time"),
        pytest.param(
            page(OLD, changed=NEW), page(OLD, etag="2"), page(OLD), id="the page is as it was again"
        ),
        pytest.param(
            page(OLD), page(OLD, changed=NEW), page(OLD, changed=NEW), id="other bytes wait"
        ),
        pytest.param(
            page(OLD, changed=NEW),
            page(OLD, changed=NEWER),
            page(OLD, changed=NEWER),
            id="the last",
        ),
        pytest.param(
            page(OLD, "first", changed=NEW),
            page(NEW, OLD),
            page(NEW, "first", OLD),
            id="other bytes are accepted",
        ),
        pytest.param(
            page(OLD), page(NEW, "first"), page(OLD, changed=NEW), id="accepted instead of others"
        ),
        pytest.param(
            page(OLD),
            page(NEW, OLD, changed=NEWER),
            page(OLD, changed=NEWER),
            id="accepted, and others came since",
        ),
        pytest.param(
            page(OLD, "first"),
            page(NEW, file="saved.html"),
            page(NEW, "first", OLD, file="saved.html"),
            id="a person's file counts at once",
        ),
        pytest.param(
            page(OLD, file="saved.html"),
            page(NEW, "first"),
            page(OLD, file="saved.html"),
            id="a person's file stays",
        ),
        pytest.param(
            page(OLD, file="saved.html"),
            page(OLD, "first", changed=NEW),
            page(OLD, file="saved.html"),
            id="nothing waits beside a person's file",
        ),
        pytest.param(
            page(OLD, file="saved.html"),
            page(OLD),
            page(OLD, file="saved.html"),
            id="the publisher's bytes are those of the file",
        ),
        pytest.param(
            page(OLD, file="saved.html"),
            page(OLD, OLD, etag="2"),
            page(OLD, etag="2"),
            id="the same bytes are accepted instead of the file",
        ),
        pytest.param(
            page(OLD, file="saved.html"),
            page(OLD, OLD, file="again.html"),
            page(OLD, file="saved.html"),
            id="the same file under another name",
        ),
        pytest.param(
            page(OLD), page(OLD, OLD, etag="2"), page(OLD), id="the same bytes keep their arrival"
        ),
    ],
)
def test_what_is_noted(now: KeptPage | None, decided: KeptPage, noted: KeptPage) -> None:
    assert joined(now, decided) == noted


def test_the_newest_bytes_and_all_hashes_of_a_page() -> None:
    assert page(OLD).subject == "law@bill"
    assert (page(OLD).newest.sha256, page(OLD, changed=NEW).newest.sha256) == (OLD, NEW)
    assert page(OLD, "first").hashes == (OLD, "first")
    assert page(OLD, "first", "second", changed=NEW).hashes == (OLD, NEW, "first", "second")


def test_pages_are_found_joined_and_taken_out_by_their_keys() -> None:
    one, two, other = page(OLD, url="b"), page(NEW, url="a"), page(NEW, version="act")
    lock = TextsLock().joined([one, two, other])
    assert lock.pages == (other, two, one), "sorted"
    assert lock.of("law", "bill") == (two, one)
    assert (lock.of("law", "none"), lock.of("other", "bill")) == ((), ())
    assert lock.page(("law", "bill", "b")) == one
    assert lock.page(("law", "bill", "c")) is None
    assert lock.without([one.key, other.key]).pages == (two,)
    again = page(OLD, changed=NEW, url="b")
    assert lock.joined([again]).pages == (other, two, again)
