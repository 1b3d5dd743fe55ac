# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The rehearsal alone, in every scenario: exit 0 only when every step was read back, and everything
it names is there."""

import json
import os
import pathlib
import subprocess
import tempfile

BINARY = os.environ["WATCHKEEPER_BINARY"]


def rehearse(scenario):
    with tempfile.TemporaryDirectory(prefix="watchkeeper-rehearse-") as folder:
        done = subprocess.run(
            [BINARY, "rehearse", "--headless", "--fast", "--json", "--scenario", scenario]
            + ["--data", folder],
            capture_output=True,
            text=True,
            timeout=200,
            check=False,
        )
        assert done.returncode == 0, (scenario, done.stderr)
        answer = json.loads(done.stdout)
        assert not answer["trouble"], answer
        assert len(answer["steps"]) >= 14, answer["steps"]
        assert len(answer["screenshots"]) == 4, answer["screenshots"]
        for path in [*answer["screenshots"], answer["postmortem"], answer["site"]]:
            assert pathlib.Path(path).exists(), path


if __name__ == "__main__":
    for scenario in ("killed", "slow", "wrong", "intermittent"):
        rehearse(scenario)
