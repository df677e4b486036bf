"""Which checks run and with what thresholds, from ``[tool.pollcheck]`` or ``pollcheck.toml``."""

from typing import Any

from pydantic import BaseModel, ConfigDict, ValidationError

from extractor.checks.base import Check
from extractor.checks.discovery import all_checks
from extractor.errors import UsageError


class Settings(BaseModel):
    """Choice of checks: codes or beginnings of codes (``SUM`` means SUM01 to SUM03), and options by code.

    An empty `select` means every check that runs by default.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    checks: dict[str, dict[str, Any]] = {}

    def chosen(self) -> list[Check]:
        """The checks to run, with their options, in the order of codes.

        Raises:
            UsageError: a code or an option that no check knows, or a value it does not take.
        """
        known = all_checks()
        for code in (*self.select, *self.ignore):
            if not code or not any(name.startswith(code) for name in known):
                raise UsageError(f"no check is called {code!r}; known are {', '.join(known)}")
        for code in self.checks:
            if code not in known:
                raise UsageError(f"settings for an unknown check {code!r}; known are {', '.join(known)}")
        return [kind(self._options(kind)) for code, kind in known.items() if self._wanted(code, kind)]

    def _wanted(self, code: str, kind: type[Check]) -> bool:
        selected = code.startswith(self.select) if self.select else kind.default
        return selected and not (self.ignore and code.startswith(self.ignore))

    def _options(self, kind: type[Check]) -> Any:
        try:
            return kind.options_type.model_validate(self.checks.get(kind.code, {}))
        except ValidationError as error:
            first = error.errors()[0]
            option = ".".join(str(part) for part in first["loc"])
            raise UsageError(f"setting {option!r} of check {kind.code}: {first['msg']}") from error
