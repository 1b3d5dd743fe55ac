// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/provider/providerlook.h"

#include <QCoreApplication>
#include <QPainter>

namespace ui {

namespace {

constexpr int shapeSize = 10; // px

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ui::Provider)
};

} // namespace

QIcon iconOf(State state)
{
    QPixmap picture(shapeSize, shapeSize);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    paintState(painter, QRectF(0, 0, shapeSize, shapeSize), state, Theme::current());
    return picture;
}

State stateOf(provider::Impact impact)
{
    switch (impact) {
    case provider::Impact::None:
        return State::Up;
    case provider::Impact::Maintenance:
        return State::Maintenance;
    case provider::Impact::Minor:
        return State::Degraded;
    case provider::Impact::Major:
    case provider::Impact::Critical:
        break;
    }
    return State::Down;
}

PageLook lookOf(const workflow::UpstreamState &server)
{
    if (server.spec.addresses.isEmpty())
        return {State::NotMeasured, Words::tr("no status page")};
    if (server.trouble)
        return {State::NotMeasured, server.trouble->text};
    if (!server.status)
        return {State::NotMeasured, Words::tr("not asked yet")};
    const QString &sentence = server.status->sentence;
    return {stateOf(server.status->impact),
            sentence.isEmpty() ? Words::tr("its page says nothing") : sentence};
}

std::optional<workflow::UpstreamState> providerNamed(const workflow::Upstreams &upstreams,
                                                     const QString &name)
{
    for (const workflow::UpstreamState &server : upstreams.servers()) {
        if (server.spec.kind == upstream::Kind::Provider && upstream::isCalled(server.spec, name))
            return server;
    }
    return std::nullopt;
}

} // namespace ui
