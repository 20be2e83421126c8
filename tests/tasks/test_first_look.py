from __future__ import annotations

import pytest

from rvc.tasks.first_look import error_title, wall_of, why_no_text, wordless


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
    assert not wall_of(page(title))


@pytest.mark.parametrize(
    "title",
    [
        *("404 (2015-2016) - Sénat", "N° 1519 - Proposition de loi", "Modern Slavery Act 2015"),
        *("Service national universel", "Logging Act", "Page 12"),
    ],
)
def test_a_page_with_a_text_is_none_of_these(title: str) -> None:
    assert not error_title(page(title))
    assert not wall_of(page(title))


MENU = "<nav>Home Bills Members About us Search</nav>"


@pytest.mark.parametrize(
    ("body", "said"),
    [
        ("<p>Page not found</p>", "Page not found"),
        (f"{MENU}<p>Sorry. The page you are looking for does not exist.", "page you are looking"),
        (f"{MENU}<h1>Page <b>introuvable</b></h1><p>{'Rivers are kept clean. ' * 80}", "Page intr"),
        ("<div>Erreur 404</div><p>La page n&rsquo;existe plus", "Erreur 404"),
        ("<p>La page demandée n&#39;existe pas.", "page demandée n"),
        ("<p>This service is temporarily unavailable", "service is temporarily unavailable"),
    ],
)
def test_a_page_whose_words_say_that_it_has_nothing(body: str, said: str) -> None:
    sent = page("Parliament").replace(b"x</body>", f"{body}</body>".encode())
    assert said in error_title(sent)
    assert "not the text came but a page" in why_no_text(sent, "html", "text/html")


def test_a_law_about_pages_that_are_not_found_is_a_law() -> None:
    words = "Where a page is not found the minister shall say so. " * 10
    assert not error_title(page("Act").replace(b"x</body>", f"<h1>Act</h1><p>{words}".encode()))
    short = "<h1>Section 404</h1><p>Rivers are kept clean by the finder of a page."
    assert not error_title(page("Act").replace(b"x</body>", short.encode()))


def test_a_few_plain_words_and_pictures_are_no_text() -> None:
    assert "'Resource not found'" in why_no_text(b"Resource not found.", "html", "text/plain")
    for start in (b"\x89PNG\r\n", b"GIF89a", b"RIFF\0\0\0\0WEBPVP8 ", b"\xff\xd8\xff\xe0"):
        assert why_no_text(start, "html", "text/html") == "not the text came but a picture"


def test_walls_of_robots() -> None:
    assert wall_of(page("Just a moment...")) == "Just a moment..."
    assert wall_of(page("Access Denied")) == "Access Denied"


DOORS = [
    '<head><script src="/_Incapsula_Resource?a=1"></script></head><body>Request unsuccessful.',
    "<head><title>law.example</title></head><p>Please enable JS and disable any ad blocker</p>",
    "<head><title>Parliament - Login</title></head><form>E-mail <input type='password'></form>",
    "<body><h1>Are you a robot?</h1><div class=g-recaptcha></div>",
]


@pytest.mark.parametrize("body", DOORS)
def test_doors_without_a_telling_title(body: str) -> None:
    assert wall_of(f"<!doctype html><html>{body}</html>".encode())
    text = "<p>Every company that takes water from a river shall give back the same.</p>" * 10
    assert not wall_of(f"<!doctype html><html>{body}{text}</html>".encode())
    assert not wall_of(body.encode())


@pytest.mark.parametrize(
    ("page", "has_none"),
    [
        (
            "<!doctype html><head><title>App</title></head><div id=a></div><script>let</script>",
            1,
        ),
        ("<html><noscript>You need a browser</noscript>&nbsp;<!-- words --></html>", 1),
        ("<html><body>Page under construction</body></html>", 0),
        ("<html><body>\u0417\u0430\u043a\u043e\u043d</body></html>", 0),
        ("plain text", 0),
        ("", 0),
    ],
)
def test_a_page_that_only_a_browser_fills(page: str, has_none: int) -> None:
    assert wordless(page.encode()) == bool(has_none)
    assert wordless(page.encode() + b" " * (1 << 16)) is False


def test_other_than_registered() -> None:
    web_page = b"\xef\xbb\xbf<!DOCTYPE html><p>Hello"
    assert why_no_text(b" \n", "html", "") == "the server sent an empty page"
    assert "AKN is registered, but a web page" in why_no_text(web_page, "akn", "text/xml")
    assert "but image/png came" in why_no_text(b"\x89PNG", "pdf", "image/png")
    assert "JSON" in why_no_text(b'{"error": "rate limit"}', "html", "text/html")
    assert why_no_text(b"[Draft] {1}", "html", "") == ""
    assert why_no_text(web_page, "html", "text/html") == ""
