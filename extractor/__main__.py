"""``python -m extractor`` is ``pollcheck``."""

from extractor.cli import main

if __name__ == "__main__":
    main()
