"""Fields that have another name now are still read, with a warning."""

import pytest

from tests.conftest import Data, problems, treaty


@pytest.mark.parametrize(("written", "better"), [("us", "[us]"), ("[us, su]", "[us, su]")])
def test_actors_in_by_are_found_with_what_to_write(data: Data, written: str, better: str) -> None:
    text = f"history:\n  - date: 1987\n    act: signed\n    by: {written}\n    source: aca/inf"
    assert problems(data({"treaties/inf.yml": treaty(text)}), "actors-in-by") == [
        f"treaties/inf.yml:4:5: warning: 'by' here means who says so; who acted is 'actors'. Write actors: {better}."
    ]


@pytest.mark.parametrize("written", ["actors: us", "actors: us, by: ru", "by: Somebody", "actors: [], by: ru"])
def test_actors_and_speakers_under_their_names_are_right(data: Data, written: str) -> None:
    text = f"history: [{{date: 1987, act: signed, {written}, source: aca/inf}}]"
    assert problems(data({"treaties/inf.yml": treaty(text)}), "actors-in-by") == []


def test_speakers_of_other_kinds_are_left_alone(data: Data) -> None:
    event = "e: {name: E, date: 1987, answer: A., sources: [aca/inf], accounts: [{text: So., by: us, source: aca/inf}]}"
    assert problems(data({"events.yml": event}), "actors-in-by") == []
