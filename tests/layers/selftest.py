#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Proves that the checks of this folder find what they are there to find."""

import tempfile
import unittest
from pathlib import Path

from layers import Checker, Table
from translations import wrong_helpers
from tree import check

TAGS = ('SPDX-' + 'FileCopyrightText: 2026 A', 'SPDX-' + 'License-Identifier: CC0-1.0')
HEADER = ''.join(f'// {tag}\n' for tag in TAGS)
TABLE = '''
models links: Core Sql
ui links: Core Widgets Gui
models/base:
models/timing: base
@facts: base timing
models/ledger: @facts
ui/theme: base
'''


class TreeCase(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.top = Path(folder.name)
        for path in ('models/base/id.h', 'models/timing/rough.h', 'models/ledger/store.h'):
            self.write(path, HEADER)

    def write(self, path, text):
        target = self.top / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding='utf-8')


class Layers(TreeCase):
    def faults(self):
        return Checker(self.top, Table(TABLE)).run()

    def test_allowed_edges_pass(self):
        self.write('models/ledger/store.cpp', '#include "ledger/store.h"\n#include "base/id.h"\n'
                   '#include <QSqlQuery>\n#include <QtSql/QSqlError>\n#include "store.moc"\n')
        self.write('models/ledger/CMakeLists.txt',
                   'watchkeeper_layer(DEPENDS base timing # not ui\n QT Sql)\n')
        self.write('ui/theme/theme.cpp', '#include "base/id.h"\n#include <QWidget>\n')
        self.assertEqual(self.faults(), [])

    def test_upward_include(self):
        self.write('models/timing/rough.cpp', HEADER + '#include "ledger/store.h"\n')
        self.assertEqual(self.faults(),
                         ['models/timing/rough.cpp:3: models/timing may not use models/ledger'])

    def test_window_reaching_past_its_layer(self):
        self.write('ui/theme/theme.cpp', '#include  "ledger/store.h"\n')
        self.assertEqual(self.faults(), ['ui/theme/theme.cpp:1: ui/theme may not use models/ledger'])

    def test_model_including_the_window(self):
        self.write('ui/theme/theme.h', '')
        self.write('models/base/id.cpp', '#include "ui/theme/theme.h"\n')
        self.assertEqual(self.faults(), ['models/base/id.cpp:1: models/base may not use ui/theme'])

    def test_include_from_a_folder_below(self):
        self.write('models/timing/zone/table.cpp', '#include "ledger/store.h"\n')
        self.assertEqual(self.faults(),
                         ['models/timing/zone/table.cpp:1: models/timing may not use models/ledger'])

    def test_include_that_is_nowhere(self):
        self.write('models/timing/rough.cpp', '#include "../ledger/gone.h"\n')
        self.assertEqual(len(self.faults()), 1)

    def test_folder_without_a_line(self):
        self.write('models/extra/extra.h', '')
        self.assertEqual(self.faults(),
                         ['models/extra/extra.h:1: models/extra has no line in the layer table'])

    def test_window_classes_in_models(self):
        for header in ('QWidget', 'QColor', 'QChartView', 'QtGui/QImage', 'QtCharts/QChart'):
            self.write('models/base/id.cpp', f'#include <{header}>\n')
            self.assertEqual(len(self.faults()), 1, header)

    def test_upward_dependency_in_the_build(self):
        self.write('models/timing/CMakeLists.txt',
                   'watchkeeper_layer(\n    DEPENDS base\n        ledger\n    QT Sql)\n')
        self.assertEqual(self.faults(),
                         ['models/timing/CMakeLists.txt:3: models/timing may not use models/ledger'])

    def test_linking_past_the_layer_function(self):
        self.write('models/base/CMakeLists.txt', 'watchkeeper_layer()\n'
                   'target_link_libraries(models_base PUBLIC Qt6::Widgets models_timing)\n')
        self.assertEqual(sorted(self.faults()), [
            'models/base/CMakeLists.txt:2: models may not link the Qt module Widgets',
            'models/base/CMakeLists.txt:2: models/base may not use models/timing'])

    def test_window_module_in_a_layer(self):
        self.write('models/base/CMakeLists.txt', 'watchkeeper_layer(QT Gui)\n')
        self.assertEqual(self.faults(),
                         ['models/base/CMakeLists.txt:1: models may not link the Qt module Gui'])

    def test_table_that_names_a_folder_too_early(self):
        with self.assertRaises(SystemExit):
            Table('models/base: timing\nmodels/timing: base\n')


class Tree(TreeCase):
    def test_clean_tree_passes(self):
        self.write('packaging/run', '#!/bin/sh\n' + HEADER.replace('//', '#'))
        self.assertEqual(check(self.top), [])

    def test_missing_licence_header(self):
        self.write('models/base/id.cpp', 'int id;\n')
        self.write('packaging/run', '#!/bin/sh\n')
        self.assertEqual(len(check(self.top)), 2)

    def test_path_of_one_machine(self):
        for path in ('/home/' + 'ann/notes', '/ro' + 'ot/x', '/tm' + 'p/site'):
            self.write('app/main.cpp', HEADER + f'auto where = "{path}";\n')
            self.assertEqual(len(check(self.top)), 1, path)

    def test_whole_module_include(self):
        self.write('ui/a/a.cpp', HEADER + '#include <QtWidgets>\n')
        self.assertEqual(check(self.top), ['ui/a/a.cpp:3: includes a whole Qt module'])

    def test_tool_tip_that_guesses(self):
        fine = ('setToolTip(tr("x"));', 'a->setToolTip(column, base::plainTip(x));')
        self.write('ui/a/a.cpp', HEADER + '\n'.join(fine) + '\n')
        self.assertEqual(check(self.top), [])
        self.write('ui/a/a.cpp', HEADER + 'line->setToolTip(column, texts[column]);\n')
        self.assertEqual(check(self.top),
                         ['ui/a/a.cpp:3: a tool tip may be taken for markup: use base::plainTip()'])

    def test_label_that_guesses(self):
        self.write('ui/a/a.cpp', HEADER + 'auto *label = makeLabel(text, TextRole::Body);\n')
        self.assertEqual(check(self.top), [])
        for line in ('auto *label = new QLabel(text);', 'browser->setHtml(text);',
                     'QMessageBox::warning(this, title, text);'):
            self.write('ui/a/a.cpp', HEADER + line + '\n')
            self.assertEqual(check(self.top),
                             ['ui/a/a.cpp:3: a text may be taken for markup: use makeLabel()'])

    def test_long_file(self):
        self.write('ui/a/a.cpp', HEADER + '\n' * 399)
        self.assertEqual(check(self.top), ['ui/a/a.cpp:401: is longer than 400 lines'])


class Translations(TreeCase):
    def helper(self, context):
        self.write('models/base/id.cpp', 'namespace base {\nQString tr(const char *text)\n{\n'
                   f'    return QCoreApplication::translate("{context}", text);\n}}\n}}\n')
        return list(wrong_helpers(self.top))

    def test_context_of_the_namespace_passes(self):
        self.assertEqual(self.helper('base'), [])

    def test_context_that_translators_never_see(self):
        self.assertEqual(len(self.helper('timing')), 1)


if __name__ == '__main__':
    unittest.main()
