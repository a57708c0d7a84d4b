"""What a contributor reads where a value does not fit its field."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from pydantic import BaseModel
from pydantic_core import ErrorDetails

from armsref.loading.problems import did_you_mean
from armsref.model import ANSWER_LIMIT, ID_PATTERN, WIKIDATA_PATTERN

# The texts of pydantic's errors, each in the terms of a YAML file: the message, then the remedy. Braces are filled in.
_TEXTS = {
    "missing": ("'{name}' is missing", "Add it; it is required."),
    "string_too_short": ("'{name}' is empty", "Fill it, or delete the field."),
    "too_short": ("'{name}' is empty", "Fill it, or delete the field."),
    "string_too_long": ("'{name}' has {length:,} characters; the limit is {max_length:,}", "Shorten it."),
    "float_parsing": (
        "'{name}' is {shown}, which is not a number",
        "Write digits only; the field's name has the unit.",
    ),
    "float_type": ("'{name}' is {shown}, which is not a number", "Write digits only; the field's name has the unit."),
    "finite_number": ("'{name}' is {shown}, which is not a finite number", "Leave it out if it is not known."),
    "greater_than_equal": ("'{name}' is {shown}, which is below zero", "Mend the number."),
    "string_type": ("'{name}' is a list or a mapping where text belongs", "Write one text; quote it if it holds ': '."),
    "tuple_type": ("'{name}' is not a list", "Write [one, two], or one '- item' a line."),
    "model_type": ("'{name}' is not a mapping of fields", "Write 'field: value' lines, indented."),
    "dict_type": ("'{name}' is not a mapping", "Write 'key: value' lines, indented."),
}
_FORMS = {
    ID_PATTERN: "Write a lower-case id such as 'inf-treaty'.",
    WIKIDATA_PATTERN: "Write the item's id: a capital Q and its number.",
    r"^[^\n]*$": "Write it on one line.",
    r"^[A-Z]{2}$": "Write two capital letters.",
    r"^\S+$": "Write the address without spaces.",
}

Message = tuple[str, str, str]


def message_of(error: ErrorDetails, model: type[BaseModel]) -> Message:
    """The message, the check's name and the hint for one validation error of a model."""
    name, kind = _field_name(error), error["type"]
    if name == "answer" and kind == "string_too_long":
        message = f"the answer has {len(error['input'])} characters; the limit is {ANSWER_LIMIT}"
        return message, "answers", "Shorten it to one sentence."
    if name == "source" and kind == "missing":
        return "'source' is missing", "claims", "A claim says where it was read: source: <publisher>/<item>."
    if kind in _SPECIAL:
        return _SPECIAL[kind](name, error, model)
    message, hint = _TEXTS.get(kind, ("'{name}': {msg}", ""))
    given = error["input"]
    values: dict[str, Any] = {"name": name, "shown": _shown(given), "msg": error["msg"], "length": len(str(given))}
    return message.format(**{**error.get("ctx", {}), **values}), "fields", hint


def _unknown_field(name: str, error: ErrorDetails, model: type[BaseModel]) -> Message:
    return f"unknown field '{name}'", "fields", did_you_mean(name, _fields_at(error, model))


def _not_a_word(name: str, error: ErrorDetails, _model: type[BaseModel]) -> Message:
    words = re.findall(r"'([^']*)'", str(error.get("ctx", {}).get("expected", "")))
    hint = did_you_mean(str(error["input"]), words) or f"Use one of: {', '.join(words)}."
    return f"'{name}' is {_shown(error['input'])}, which is not one of the words allowed", "fields", hint


def _wrong_form(name: str, error: ErrorDetails, _model: type[BaseModel]) -> Message:
    pattern = str(error.get("ctx", {}).get("pattern"))
    hint = _FORMS.get(pattern, "Write <publisher>/<item>, both lower-case ids." if "/" in pattern else "")
    return f"'{name}' is {_shown(error['input'])}, which does not have the right form", "fields", hint


def _own_words(_name: str, error: ErrorDetails, _model: type[BaseModel]) -> Message:
    check, hint = _OWN[error["type"]]
    return error["msg"], check, hint


# The errors that the models raise themselves, in words that need no translation: check and hint.
_OWN = {
    "date": ("dates", "Put '~' before it for 'about'."),
    "url": ("sources", "Give the https address that was read, or none."),
    "claim": ("claims", "Leave one of them out, or add the one that is missing."),
    "bool": ("fields", "Write true or false."),
    "delay": ("fields", "Write {days: 30} or {months: 6}."),
}


_SPECIAL: dict[str, Callable[[str, ErrorDetails, type[BaseModel]], Message]] = {
    "extra_forbidden": _unknown_field,
    "literal_error": _not_a_word,
    "string_pattern_mismatch": _wrong_form,
    **dict.fromkeys(_OWN, _own_words),
}


def _shown(given: Any) -> str:
    return f"'{given[:60]}'" if isinstance(given, str) else "a list or a mapping"


def _field_name(error: ErrorDetails) -> str:
    names = [step for step in error["loc"] if isinstance(step, str) and step != "[key]"]
    return names[-1] if names else "this file"


def _fields_at(error: ErrorDetails, model: type[BaseModel]) -> list[str]:
    """The fields of the model in which the unknown field stands."""
    here = model
    for step in error["loc"][:-1]:
        info = here.model_fields.get(str(step))
        inner = _models_in(info.annotation) if info else []
        here = inner[0] if inner else here
    return [info.alias or name for name, info in here.model_fields.items() if name != "id" or here is not model]


def _models_in(annotation: Any) -> list[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return [annotation]
    return [model for part in getattr(annotation, "__args__", ()) for model in _models_in(part)]
