"""What every lexicon is."""

from pydantic import BaseModel, ConfigDict


class Lexicon(BaseModel):
    """Base of every lexicon: closed to keys it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid")
