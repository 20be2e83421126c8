"""Rule page-address: the address of an official page that no browser could open."""

from __future__ import annotations

from collections.abc import Iterator

from rvc.lint.rule import Data, Remark, Rule
from rvc.lint.walk import versions
from rvc.model.finding import Severity


def check(data: Data) -> Iterator[Remark]:
    """Yield a remark for every address that is not one of the web."""
    for path, law, version in versions(data):
        for number, page in enumerate(version.pages):
            if page.url and not _opens(page.url):
                at = (*path, "pages", number, "url")
                message = f"'{page.url[:80]}' is not an address of the web"
                yield Remark(f"{law.id}@{version.id}", message, at, "begin it with https://")


def _opens(url: str) -> bool:
    scheme, _, rest = url.partition("://")
    return scheme in {"http", "https"} and bool(rest) and not any(c.isspace() for c in url)


RULE = Rule(
    name="page-address",
    severity=Severity.ERROR,
    summary="The address of an official page that no browser could open.",
    why="""\
Official texts are fetched from these addresses, over http or https and nothing else.""",
    bad="""\
          - {format: html, url: www.example.org/bill}
""",
    good="""\
          - {format: html, url: "https://www.example.org/bill"}
""",
    check=check,
)
