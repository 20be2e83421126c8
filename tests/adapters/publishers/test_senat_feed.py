from __future__ import annotations

from pathlib import Path

import pytest

from rvc.adapters.publishers.senat_feed import FeedEntry, feed_title, read_feed
from rvc.errors import RvcError

FEED = """<?xml version="1.0" encoding="ISO-8859-15"?><feed xmlns="http://www.w3.org/2005/Atom"
version="0.3"><title>Sénat</title><entry><title>Texte n° 1 à 5 ¤</title>
<link href="/leg/ppl18-229.html" rel="alternate"/><published>2019-06-11T22:00:00Z</published>
<summary>Première lecture</summary></entry><entry/></feed>""".replace("¤", "€")


def test_entries() -> None:
    first, empty = read_feed(FEED.encode("iso8859-15"))
    assert first == FeedEntry(
        "Texte n° 1 à 5 €",
        "Première lecture",
        "https://www.senat.fr/leg/ppl18-229.html",
        "2019-06-11T22:00:00Z",
    )
    assert empty == FeedEntry("", "", "", "")


def test_the_title_is_the_bill_s() -> None:
    feed = FEED.replace("<title>Sénat</title>", "<title>Sénat - Médiateur territorial</title>")
    assert feed_title(feed.encode("iso8859-15")) == "Médiateur territorial"


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2019-06-11T22:00:00Z", "2019-06-12"),
        ("2018-12-22T22:30:00Z", "2018-12-22"),
        ("2018-12-22T23:00:00Z", "2018-12-23"),
        ("2019-03-31T22:00:00Z", "2019-04-01"),
        ("2019-03-30T22:00:00Z", "2019-03-30"),
        ("2019-10-27T22:00:00Z", "2019-10-27"),
        ("soon", ""),
    ],
)
def test_days_are_those_of_paris(published: str, day: str) -> None:
    assert FeedEntry("", "", "", published).day == day


def test_other_xml_is_told() -> None:
    with pytest.raises(RvcError, match="is no feed"):
        read_feed(b"<rss/>")


def test_recorded_feeds(shared: Path) -> None:
    for path in sorted((shared / "fr_parliament" / "senat").glob("dosleg*.xml")):
        entries = read_feed(path.read_bytes())
        assert entries
        assert all(one.url.startswith("http") for one in entries)
        assert "\ufffd" not in "".join(one.title + one.summary for one in entries)
