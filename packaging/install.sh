#!/usr/bin/env bash
# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# install.sh PACKAGE...: installs Debian packages, as root, without starting or enabling the services
# of those that packages/servers.txt names. Called by run, test, lint and deb.

set -euo pipefail
servers=$(dirname "$0")/packages/servers.txt
policy=/usr/sbin/policy-rc.d

# Package scripts ask policy-rc.d before they start a service; 101 is no. Where the machine has one
# already, it decides.
if [ ! -e "$policy" ]; then
    trap 'rm -f "$policy"' EXIT
    printf '#!/bin/sh\nexit 101\n' >"$policy"
    chmod 755 "$policy"
fi

options=(-q -o Acquire::Retries=3 -o DPkg::Lock::Timeout=300)
export DEBIAN_FRONTEND=noninteractive
# A source of the machine's that does not answer is not our trouble; a package that is missing for
# it is, and the next command says so.
apt-get "${options[@]}" update || true
apt-get "${options[@]}" install -y --no-install-recommends "$@"

# Nor are they to start with the machine, whether systemd or init scripts start it.
for package in "$@"; do
    grep -qw "^$package" "$servers" || continue
    for service in $(dpkg -L "$package" | sed -n 's|^/etc/init.d/||p'); do
        update-rc.d "$service" disable
    done
done
