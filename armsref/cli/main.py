"""The command line: `armsref annotate`, `check`, `covers`, `export` and `status`, each in a file of its own."""

from __future__ import annotations

import os
from collections import UserDict
from collections.abc import Iterator
from importlib import import_module

import click

# No plugin of pydantic has a say in how the data is read, and to look for some takes as long as to read it.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


class CommandFiles(UserDict[str, click.Command]):
    """The commands by name, each imported when it is asked for: none has to wait for what another one needs."""

    NAMES = ("annotate", "check", "covers", "export", "status")

    def __getitem__(self, name: str) -> click.Command:
        if name in self.NAMES and name not in self.data:
            self.data[name] = getattr(import_module(f"armsref.cli.{name}"), f"{name}_command")
        return self.data[name]

    def __contains__(self, name: object) -> bool:
        return name in self.NAMES

    def __iter__(self) -> Iterator[str]:
        return iter(self.NAMES)

    def __len__(self) -> int:
        return len(self.NAMES)


@click.group(commands=CommandFiles(), context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="armsref")
def main() -> None:
    """The Arms Control Reference: check the data, ask it, and export what is made from it."""


if __name__ == "__main__":
    main()
