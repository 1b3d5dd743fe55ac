#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""identity.py TOP: what a desktop, Debian and the manual say of the program agrees with the program."""

import configparser
import re
import sys
import xml.etree.ElementTree
from pathlib import Path

ID = 'org.watchkeeper.Watchkeeper'


def same(faults, where, found, wanted):
    if found != wanted:
        faults.append(f'{where}: is {found!r}, should be {wanted!r}')


def check_desktop(packaging, faults):
    name = f'{ID}.desktop'
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str
    parser.read(packaging / name, encoding='utf-8')
    entry = parser['Desktop Entry'] if parser.has_section('Desktop Entry') else {}
    same(faults, f'{name} Icon', entry.get('Icon'), ID)
    same(faults, f'{name} Exec', entry.get('Exec'), 'watchkeeper')


def check_metainfo(packaging, version, faults):
    name = f'{ID}.metainfo.xml'
    root = xml.etree.ElementTree.parse(packaging / name).getroot()
    same(faults, f'{name} id', root.findtext('id'), ID)
    same(faults, f'{name} launchable', root.findtext('launchable'), f'{ID}.desktop')
    same(faults, f'{name} binary', root.findtext('provides/binary'), 'watchkeeper')
    same(faults, f'{name} newest release', root.find('releases/release').get('version'), version)


def check_program(app, faults):
    text = ''.join(path.read_text(encoding='utf-8')
                   for path in sorted(app.rglob('*')) if path.suffix in ('.cpp', '.h'))
    ids = set(re.findall(r'org\.watchkeeper\.\w+', text))
    same(faults, 'application ids named in app/', ids, {ID})


def check_manual(top, faults):
    manual = (top / 'packaging/watchkeeper.1').read_text(encoding='utf-8').replace('\\-', '-')
    words = set(re.findall(r'[a-z-]+', manual))
    for path in sorted((top / 'app/command').glob('*.cpp')):
        for verb in re.findall(r'{"([a-z-]+)",', path.read_text(encoding='utf-8')):
            if verb not in words:
                faults.append(f'watchkeeper.1: does not name "{verb}" of {path.name}')


def first(pattern, path):
    found = re.search(pattern, path.read_text(encoding='utf-8'))
    return found[1] if found else None


def main():
    top = Path(sys.argv[1])
    packaging, faults = top / 'packaging', []
    version = first(r'project\(watchkeeper VERSION ([\d.]+)', top / 'CMakeLists.txt')
    same(faults, 'changelog version',
         first(r'watchkeeper \(([\d.]+)\)', packaging / 'debian/changelog'), version)
    same(faults, 'manual page version',
         first(r'\.TH .*"Watchkeeper ([\d.]+)"', packaging / 'watchkeeper.1'), version)
    same(faults, 'id in the install rules',
         first(r'WATCHKEEPER_APP_ID ([\w.]+)\)', packaging / 'CMakeLists.txt'), ID)
    check_desktop(packaging, faults)
    check_metainfo(packaging, version, faults)
    check_program(top / 'app', faults)
    check_manual(top, faults)
    for fault in faults:
        print(fault)
    return 1 if faults else 0


if __name__ == '__main__':
    sys.exit(main())
