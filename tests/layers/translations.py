#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""translations.py TOP LUPDATE: fails on strings that a translation would never reach.

lupdate files a tr() outside a QObject under the namespace or class it stands in. Where the code
translates with another context, the German text is in the file and English on the screen.
"""

import re
import subprocess
import sys
import tempfile
from pathlib import Path

ROOTS = ('app', 'models', 'ui')
GUESSED = re.compile(r"^(?P<where>.*:\d+): Class '(?P<context>\w+::[^']+)' lacks Q_OBJECT macro", re.M)
HELPER = re.compile(r'^QString tr\([^)]*\)\s*{(?P<body>.*?)^}', re.M | re.S)
CONTEXT = re.compile(r'translate\(\s*"([^"]+)"')
NAMESPACE = re.compile(r'^namespace (\w+)', re.M)


def wrong_helpers(top):
    """Functions tr() whose own context is not the namespace that lupdate takes them to be in."""
    for path in sorted(path for root in ROOTS for path in (top / root).rglob('*.cpp')):
        text = path.read_text(encoding='utf-8')
        namespace, helper = NAMESPACE.search(text), HELPER.search(text)
        if not namespace or not helper:
            continue
        for context in CONTEXT.findall(helper['body']):
            if context != namespace[1]:
                yield (f'{path.relative_to(top)}: tr() translates with the context {context}, '
                       f'translators find it under {namespace[1]}')


def read_by_lupdate(top, lupdate):
    with tempfile.TemporaryDirectory() as scratch:
        return subprocess.run(
            [lupdate, '-I', top, '-I', top / 'models', *(top / root for root in ROOTS),
             '-ts', Path(scratch) / 'all.ts'],
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, timeout=60, check=True).stdout


def main():
    top, lupdate = Path(sys.argv[1]).resolve(), sys.argv[2]
    faults = list(wrong_helpers(top))
    try:
        for found in GUESSED.finditer(read_by_lupdate(top, lupdate)):
            faults.append(f'{Path(found["where"]).relative_to(top)}: translators find this tr() under '
                          f'{found["context"]}; move it out, or add Q_DECLARE_TR_FUNCTIONS')
    except subprocess.TimeoutExpired:
        faults.append('lupdate hangs. It cannot read a division in the last argument of translate() '
                      'or tr(): put the number into a variable first.')
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
