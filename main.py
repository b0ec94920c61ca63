"""Start Furat from a checkout: `python main.py --help` lists the commands."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from game.cli import main

if __name__ == "__main__":
    main()
