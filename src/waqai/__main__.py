"""``python -m waqai`` is ``waqai``."""

from waqai.cli import main

if __name__ == "__main__":
    main()
