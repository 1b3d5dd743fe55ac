// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "wording/factorwords.h"

#include <QCoreApplication>

namespace wording {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(wording)
};

struct Named
{
    const char *code;
    const char *words;
};

constexpr Named names[] = {
    {"change.deploy", QT_TRANSLATE_NOOP("wording", "a deploy")},
    {"change.config", QT_TRANSLATE_NOOP("wording", "a change of configuration")},
    {"change.operator", QT_TRANSLATE_NOOP("wording", "a change made by hand")},
    {"change.maintenance_job", QT_TRANSLATE_NOOP("wording", "a maintenance job")},
    {"load.capacity", QT_TRANSLATE_NOOP("wording", "load beyond capacity")},
    {"fault.software", QT_TRANSLATE_NOOP("wording", "a software fault")},
    {"fault.data_index", QT_TRANSLATE_NOOP("wording", "faulty data or a faulty index")},
    {"fault.hardware", QT_TRANSLATE_NOOP("wording", "a hardware fault")},
    {"network.routing", QT_TRANSLATE_NOOP("wording", "the network or its routing")},
    {"provider.infra", QT_TRANSLATE_NOOP("wording", "the provider's infrastructure")},
    {"security", QT_TRANSLATE_NOOP("wording", "security")},
    {"unknown", QT_TRANSLATE_NOOP("wording", "unknown")},
};

} // namespace

QString factorWords(const QString &code)
{
    for (const Named &name : names) {
        if (code == QLatin1StringView(name.code))
            return Words::tr(name.words);
    }
    return code;
}

} // namespace wording
