#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""layers.py TOP TABLE: fails on every use of a folder or Qt module that the table does not allow."""

import re
import sys
from pathlib import Path, PurePosixPath

INCLUDE = re.compile(r'^\s*#\s*include\s*(?:"(?P<own>[^"]+)"|<(?P<qt>Q[^>]+)>)')
GUI_CLASS = re.compile(
    r'Q(Gui|Color|Pixmap|Image|Icon|Painter|Font|Palette|Pen|Brush|Screen|Clipboard|TextDocument'
    r'|Widget|Application|MainWindow|Dialog|Layout|[HV]BoxLayout|GridLayout|Label|Action'
    r'|(Push|Tool|Radio)Button|LineEdit|(Plain)?TextEdit|ComboBox|CheckBox|SystemTrayIcon'
    r'|Chart|ChartView|LineSeries|AreaSeries|ValueAxis|DateTimeAxis)[A-Z]?\w*')
LAYER_CALL = re.compile(r'watchkeeper_layer\s*\(([^)]*)\)')
TARGET = re.compile(r'\b(?:(?P<folder>(?:models|ui)_[a-z]+)|Qt6::(?P<qt>\w+))\b')


class Table:
    """The allowed edges, by folder, and the allowed Qt modules, by the top of a tree."""

    def __init__(self, text):
        self.edges, self.modules, lists = {}, {}, {}
        for number, line in enumerate(text.splitlines(), 1):
            line = line.split('#')[0].strip()
            if not line:
                continue
            name, colon, names = line.partition(':')
            if not colon:
                raise SystemExit(f'layer table, line {number}: a colon is missing')
            if name.endswith(' links'):
                self.modules[name.removesuffix(' links')] = set(names.split())
                continue
            allowed = set()
            for word in names.split():
                known = lists[word] if word in lists else {full_name(word)} & self.edges.keys()
                if not known:
                    raise SystemExit(f'layer table, line {number}: {word} is on no line before')
                allowed |= known
            (lists if name.startswith('@') else self.edges)[name] = allowed

    def folder_of(self, path):
        """The line that governs a folder: its own, or the nearest above it. None if there is none."""
        for candidate in (path, *path.parents):
            if str(candidate) in self.edges:
                return str(candidate)
        return None

    def modules_of(self, path):
        return self.modules.get(path.parts[0], set())


def full_name(word):
    return word if word.split('/')[0] in ('models', 'ui', 'app') else f'models/{word}'


class Checker:
    def __init__(self, top, table):
        self.top, self.table, self.faults = Path(top), table, []
        self.without_line = set()

    def run(self):
        for root in ('models', 'ui', 'app'):
            for path in sorted((self.top / root).rglob('*')):
                relative = PurePosixPath(path.relative_to(self.top))
                if path.suffix in ('.h', '.cpp'):
                    self.check_source(relative, path.read_text(encoding='utf-8'))
                elif path.name == 'CMakeLists.txt':
                    self.check_build(relative, path.read_text(encoding='utf-8'))
        return self.faults

    def check_source(self, path, text):
        if self.table.folder_of(path.parent) is None:
            self.folder_without_line(path, 1, path.parent)
            return
        for number, line in enumerate(text.splitlines(), 1):
            found = INCLUDE.match(line)
            if not found:
                continue
            if found['own']:
                self.check_include(path, number, found['own'])
            else:
                self.check_qt_include(path, number, found['qt'])

    def check_include(self, path, number, included):
        if included.endswith('.moc') or (self.top / path.parent / included).is_file():
            return
        for root in ('models', '.'):
            target = PurePosixPath(root) / included
            if (self.top / target).is_file():
                self.check_edge(path, number, target.parent)
                return
        self.fault(path, number, f'"{included}" is in no folder of the include path')

    def check_qt_include(self, path, number, header):
        module = header.split('/')[0].removeprefix('Qt') if '/' in header else None
        if module is not None and module not in self.table.modules_of(path):
            self.fault(path, number, f'{path.parts[0]} may not use the Qt module {module}')
        elif 'Gui' not in self.table.modules_of(path) and GUI_CLASS.fullmatch(header):
            self.fault(path, number, f'{path.parts[0]} may not use {header}, which is of a window')

    def check_edge(self, path, number, target):
        source, used = self.table.folder_of(path.parent), self.table.folder_of(target)
        if used is None:
            self.folder_without_line(path, number, target)
        elif used != source and used not in self.table.edges[source]:
            self.fault(path, number, f'{source} may not use {used}')

    def check_build(self, path, text):
        if self.table.folder_of(path.parent) is None:
            return
        text = re.sub(r'#.*', '', text)
        for call in LAYER_CALL.finditer(text):
            self.check_layer_call(path, text, call)
        for found in TARGET.finditer(text):
            number = line_of(text, found.start())
            if found['folder']:
                self.check_edge(path, number, PurePosixPath(found['folder'].replace('_', '/', 1)))
            else:
                self.check_module(path, number, found['qt'])

    def check_layer_call(self, path, text, call):
        section = None
        for word in re.finditer(r'\S+', call[1]):
            number = line_of(text, call.start(1) + word.start())
            if word[0] in ('DEPENDS', 'QT', 'LINK'):
                section = word[0]
            elif section == 'DEPENDS':
                self.check_edge(path, number, PurePosixPath(full_name(word[0])))
            elif section == 'QT':
                self.check_module(path, number, word[0])

    def check_module(self, path, number, module):
        if module not in self.table.modules_of(path):
            self.fault(path, number, f'{path.parts[0]} may not link the Qt module {module}')

    def folder_without_line(self, path, number, folder):
        if folder not in self.without_line:
            self.without_line.add(folder)
            self.fault(path, number, f'{folder} has no line in the layer table')

    def fault(self, path, number, text):
        self.faults.append(f'{path}:{number}: {text}')


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def main():
    top, table = sys.argv[1:]
    faults = Checker(top, Table(Path(table).read_text(encoding='utf-8'))).run()
    for fault in faults:
        print(fault)
    if faults:
        print(f'{len(faults)} uses that {Path(table).name} does not allow.')
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
