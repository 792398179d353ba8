"""Languages by their own names, as the people who speak them look for them."""

AS_WRITTEN = "As written"

_NAMES = {
    "da": "Dansk",
    "de": "Deutsch",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "it": "Italiano",
    "nl": "Nederlands",
    "pl": "Polski",
    "pt": "Português",
    "sv": "Svenska",
    "tr": "Türkçe",
    "uk": "Українська",
}


def language_words(code: str) -> str:
    """Give a language's own name for its code; the code itself where the name is not known."""
    if not code:
        return AS_WRITTEN
    language, _, country = code.partition("-")
    name = _NAMES.get(language, code)
    return f"{name} ({country})" if country and name != code else name
