"""What is particular to the Akoma Ntoso that the French parliament publishes.

An `alinea` holds the smaller ones before its own words, says its number twice (in `num` and in the
words) and has HTML written out as text in the cells of its tables.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from rvc.adapters.publishers.xml_input import local

if TYPE_CHECKING:
    from lxml.etree import _Element

_NAMESPACE = "http://data.parlement.fr/"
_TAG = re.compile(r"</?[a-z][^<>]*>")
_NUMBER_END = " .–—-)"


def is_of_parliament(root: _Element) -> bool:
    """Whether a document declares the namespace of the French parliament."""
    return any(uri.startswith(_NAMESPACE) for uri in root.nsmap.values())


def put_right(root: _Element) -> None:
    """Put the words of every alinea before the smaller ones, and take tags out of cells."""
    for alinea in list(root.iter("{*}alinea")):
        smaller = next((child for child in alinea if local(child) == "alinea"), None)
        own = alinea.find("{*}content")
        if smaller is not None and own is not None and alinea.index(own) > alinea.index(smaller):
            smaller.addprevious(own)
    for cell in root.iter("{*}td", "{*}th"):
        for one in cell.iter():
            one.text = _bare(one.text)


def _bare(text: str | None) -> str | None:
    return html.unescape(_TAG.sub(" ", text)) if text else text


def repeated_number(label: str, text: str) -> int:
    """How many characters of `text` say the number of `label` again.

    "I. –" is said by "I. – Le code", and as far as "III" by "III (nouveau). – Le présent article";
    0 where the text begins with something else.
    """
    if text.startswith(label):
        return len(label)
    number = label.rstrip(_NUMBER_END)
    after = text[len(number) : len(number) + 1]
    return len(number) if text.startswith(number) and not after.isalnum() else 0
