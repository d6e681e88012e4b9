"""Run `python -m claimstake` as the command `claimstake`."""

from claimstake.cli.main import main

main()
