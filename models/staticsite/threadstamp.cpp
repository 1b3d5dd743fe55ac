// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/threadstamp.h"

#include <concepts>
#include <limits>
#include <QCryptographicHash>

namespace staticsite {

using publish::Thread;

namespace {

template <class List>
concept ListOfParts = !std::same_as<List, QString> && requires
{
    typename List::value_type;
};

/// Every part with its length, so that no two threads read the same.
class Stamp
{
public:
    Stamp() { m_bytes.reserve(4096); }

    template <class T>
    requires std::integral<T> || std::is_enum_v<T>
    void add(T value)
    {
        const auto number = qint64(value);
        m_bytes.append(reinterpret_cast<const char *>(&number), sizeof number);
    }
    void add(const QString &text)
    {
        add(text.size());
        m_bytes.append(reinterpret_cast<const char *>(text.constData()),
                       text.size() * qsizetype(sizeof(QChar)));
    }
    void add(base::Instant at) { add(at.time_since_epoch().count()); }
    void add(base::Span span) { add(span.count()); }
    /// RoughInstant and RoughDuration.
    template <class Rough>
    requires requires(const Rough &rough) { rough.precision(); }
    void add(const Rough &rough)
    {
        add(rough.precision());
        for (const auto &bound : {rough.lo(), rough.hi()}) {
            if (bound)
                add(*bound);
            else
                add(std::numeric_limits<qint64>::min());
        }
    }
    void add(const publish::ComponentEffect &effect)
    {
        add(effect.name);
        add(effect.state);
    }
    void add(const publish::Edit &edit)
    {
        add(edit.revision);
        add(edit.at);
    }
    void add(const publish::Update &update);
    void add(const incident::Window &window);
    template <ListOfParts List>
    void add(const List &list)
    {
        add(list.size());
        for (const auto &entry : list)
            add(entry);
    }

    [[nodiscard]] QString take() const
    {
        const QByteArray hash = QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha1);
        return QString::fromLatin1(hash.toHex());
    }

private:
    QByteArray m_bytes;
};

void Stamp::add(const publish::Update &update)
{
    add(update.key);
    add(update.revision);
    add(update.number);
    add(update.status);
    add(update.title);
    add(update.body);
    add(update.components);
    add(update.nextUpdate);
    add(update.publishedAt);
    add(update.edits);
}

void Stamp::add(const incident::Window &window)
{
    add(window.seq);
    add(window.round);
    add(window.effect);
    add(window.felt);
    add(window.components);
    add(window.start);
    add(window.end);
    add(window.duration);
    add(window.inside);
    add(window.several);
    add(window.count);
    add(window.total);
}

} // namespace

QString stampOf(const Thread &thread)
{
    Stamp stamp;
    stamp.add(thread.permalink);
    stamp.add(thread.kind);
    stamp.add(thread.title);
    stamp.add(thread.status);
    stamp.add(thread.cancelled);
    stamp.add(thread.impact);
    stamp.add(thread.started);
    stamp.add(thread.fixed);
    stamp.add(thread.backToNormal);
    stamp.add(thread.trouble);
    stamp.add(thread.updates);
    stamp.add(thread.components);
    stamp.add(thread.planned);
    stamp.add(thread.actual);
    return stamp.take();
}

} // namespace staticsite
