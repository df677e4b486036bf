"""Finds the checks: every module of this package whose name is a check code."""

import importlib
import pkgutil
import re
from functools import cache

from extractor.checks.base import Check

CODE = re.compile(r"[A-Z]{3}\d{2}")


@cache
def all_checks() -> dict[str, type[Check]]:
    """Every check class by its code, in the order of codes.

    Each module ``CODE.py`` holds exactly one subclass of `Check`, whose code is the module's name.
    """
    package = importlib.import_module(__package__)
    found: dict[str, type[Check]] = {}
    for name in sorted(module.name for module in pkgutil.iter_modules(package.__path__)):
        if not CODE.fullmatch(name):
            continue
        module = importlib.import_module(f"{__package__}.{name}")
        kinds = [
            value
            for value in vars(module).values()
            if isinstance(value, type) and issubclass(value, Check) and value.__module__ == module.__name__
        ]
        if len(kinds) != 1 or kinds[0].code != name:
            raise AssertionError(f"{module.__name__} must hold one check with the code {name}")
        found[name] = kinds[0]
    if not found:
        raise AssertionError("no check was found in the package")
    return found
