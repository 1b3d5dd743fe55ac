// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/incident.h"
#include "incident/values.h"

#include <QScrollArea>
#include <QTimeZone>

class QVBoxLayout;

namespace ui {

/// The thread as its readers will see it, with the update that is being written on top.
class PostPreview final : public QScrollArea
{
    Q_OBJECT

public:
    explicit PostPreview(QWidget *parent = nullptr);

    void show(const incident::Incident &incident, const incident::PostRevision &draft,
              const QTimeZone &zone, base::Instant now);

private:
    void addUpdate(QVBoxLayout *layout, const incident::PostRevision &revision,
                   const QString &when);
};

} // namespace ui
