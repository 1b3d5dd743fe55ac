// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ui/shell/desktopnotifier.h"

#include "base/tip.h"
#include "ui/theme/theme.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QFileInfo>
#include <QPainter>
#include <QSystemTrayIcon>

namespace ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int iconSize = 64;
constexpr int dotSize = 26;
constexpr uchar usual = 1; // urgency, by the specification of the desktop's notifications
constexpr uchar critical = 2;
constexpr int ownTime = -1; // how long it is shown is up to the desktop

const QString service = u"org.freedesktop.Notifications"_s;
const QString path = u"/org/freedesktop/Notifications"_s;

/// Asking for a bus where there is none would start one.
bool hasBus()
{
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return !qEnvironmentVariableIsEmpty("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtime.isEmpty() && QFileInfo::exists(runtime + u"/bus"_s));
}

/// The icon with a dot at its corner.
QIcon dotted(const QIcon &icon)
{
    QPixmap picture = icon.pixmap(iconSize);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(Theme::current().color(ColorRole::Down));
    const int edge = picture.width() - dotSize;
    painter.drawEllipse(edge, edge, dotSize, dotSize);
    return picture;
}

} // namespace

DesktopNotifier::DesktopNotifier()
    : m_calm(u":/icons/watchkeeper.svg"_s)
{
    if (!hasBus())
        return;
    m_pressing = dotted(m_calm);
    m_tray = std::make_unique<QSystemTrayIcon>();
    m_tray->setIcon(m_calm);
    m_tray->show();
    connect(m_tray.get(), &QSystemTrayIcon::activated, this,
            [this](QSystemTrayIcon::ActivationReason reason) {
                if (reason != QSystemTrayIcon::Context)
                    emit summoned();
            });
    connect(m_tray.get(), &QSystemTrayIcon::messageClicked, this, &DesktopNotifier::pressed);
    QDBusConnection::sessionBus().connect(service, path, service, u"ActionInvoked"_s, this,
                                          SLOT(take(uint, QString)));
}

DesktopNotifier::~DesktopNotifier() = default;

void DesktopNotifier::setStatus(const QString &sentence, bool isPressing)
{
    if (!m_tray)
        return;
    m_tray->setToolTip(base::plainTip(sentence));
    if (isPressing == m_isPressing)
        return;
    m_isPressing = isPressing;
    m_tray->setIcon(isPressing ? m_pressing : m_calm);
}

void DesktopNotifier::notify(const QString &title, const QString &text, bool isPressing)
{
    if (!m_tray)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(service, path, service, u"Notify"_s);
    // The text may be taken for markup there.
    call << u"Watchkeeper"_s << m_shown << u"org.watchkeeper.Watchkeeper"_s << title
         << text.toHtmlEscaped() << QStringList{u"default"_s, tr("Write it")}
         << QVariantMap{{u"urgency"_s, QVariant::fromValue(isPressing ? critical : usual)}}
         << ownTime;
    auto *answer = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(answer, &QDBusPendingCallWatcher::finished, this, [this, answer, title, text] {
        const QDBusPendingReply<uint> reply = *answer;
        answer->deleteLater();
        if (reply.isValid())
            m_shown = reply.value();
        else if (m_tray->isVisible() && QSystemTrayIcon::supportsMessages())
            m_tray->showMessage(title, text, QSystemTrayIcon::Warning);
    });
}

void DesktopNotifier::take(uint id, const QString &action)
{
    if (id == m_shown && action == u"default")
        emit pressed();
}

} // namespace ui
