from __future__ import annotations

import pytest

from rvc.tasks.first_look import error_title, wall_title


def page(title: str) -> bytes:
    return f"<html><head><title>{title}</title></head><body>x</body></html>".encode()


@pytest.mark.parametrize(
    "title",
    [
        *("Erreur 404", "404 - Page not found", "404", "Page introuvable - Légifrance"),
        *("The page you requested was not found", "Page not found | UK Parliament", "503 Service"),
        *("Sign in to your account", "Connexion - Sénat", "S&#39;identifier", "Not Found"),
    ],
)
def test_a_page_that_says_it_has_nothing(title: str) -> None:
    assert error_title(page(title))
    assert not wall_title(page(title))


@pytest.mark.parametrize(
    "title",
    [
        *("404 (2015-2016) - Sénat", "N° 1519 - Proposition de loi", "Modern Slavery Act 2015"),
        *("Service national universel", "Logging Act", "Page 12"),
    ],
)
def test_a_page_with_a_text_is_none_of_these(title: str) -> None:
    assert not error_title(page(title))
    assert not wall_title(page(title))


def test_walls_of_robots() -> None:
    assert wall_title(page("Just a moment...")) == "Just a moment..."
    assert wall_title(page("Access Denied")) == "Access Denied"
