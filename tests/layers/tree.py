#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""tree.py TOP: fails on files that break a rule of the house which no compiler knows."""

import re
import sys
from pathlib import Path

ROOTS = ('.ci', 'app', 'docs', 'models', 'packaging', 'resources', 'tests', 'translations', 'ui')
CODE = ('.cpp', '.h')
SOURCE = CODE + ('.py', '.cmake', '.sh')
TEXT = SOURCE + ('.md', '.json', '.qrc', '.svg', '.txt', '.html', '.css', '.xml', '.desktop')
MACHINE_PATH = re.compile(r'(?<![\w<.])/(home/[a-z]|root\b|tmp/|work/)')
WHOLE_MODULE = re.compile(r'\s*#\s*include\s*<(Qt(?!Global>)[A-Z]\w+)(/\1)?>')
LONGEST = 400
# Tool tips guess whether a text is markup: only ours may be left to that.
TIP = re.compile(r'setToolTip\((?!tr\(|\w+, tr\()(?!.*(plainTip|toHtmlEscaped)\()')


# Labels guess as well: makeLabel() says that a text is none. Whoever shows markup writes it.
MARKUP = re.compile(r'new QLabel\b|QMessageBox::(?!Icon|Critical,)\w+\(|\b(setHtml|insertHtml|setMarkdown)\('
                    r'|Qt::(RichText|AutoText|MarkdownText)')
MAY_SHOW_MARKUP = ('ui/theme/textrole.cpp', 'ui/widget/noticebar.cpp', 'ui/compose/postpreview.cpp',
                   'ui/document/postmortemdocument.cpp')


def is_script(path, text):
    return path.suffix == '' and text.startswith('#!')


def is_source(path, text):
    return path.suffix in SOURCE or path.name == 'CMakeLists.txt' or is_script(path, text)


def has_licence_header(text):
    head = '\n'.join(text.splitlines()[:4])
    return all(f'SPDX-{tag}: ' in head for tag in ('FileCopyrightText', 'License-Identifier'))


def check_file(name, path, text):
    if is_source(path, text) and not has_licence_header(text):
        yield f'{name}:1: the two SPDX lines are missing'
    is_test = name.startswith('tests/')
    lines = text.splitlines()
    for number, line in enumerate(lines, 1):
        if not is_test and MACHINE_PATH.search(line):
            yield f'{name}:{number}: names a path of one particular machine'
        if path.suffix in CODE and not is_test and TIP.search(line):
            yield f'{name}:{number}: a tool tip may be taken for markup: use base::plainTip()'
        if path.suffix in CODE and not is_test and name not in MAY_SHOW_MARKUP and MARKUP.search(line):
            yield f'{name}:{number}: a text may be taken for markup: use makeLabel()'
        if path.suffix in CODE and WHOLE_MODULE.match(line):
            yield f'{name}:{number}: includes a whole Qt module'
    if path.suffix in CODE and not is_test and len(lines) > LONGEST:
        yield f'{name}:{len(lines)}: is longer than {LONGEST} lines'


def check(top):
    faults = []
    for root in ROOTS:
        for path in sorted((top / root).rglob('*')):
            if not path.is_file() or '__pycache__' in path.parts:
                continue
            if path.suffix in TEXT or path.suffix == '':
                name = str(path.relative_to(top))
                faults += check_file(name, path, path.read_text(encoding='utf-8', errors='replace'))
    return faults


def main():
    faults = check(Path(sys.argv[1]))
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
