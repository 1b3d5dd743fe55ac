// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <QDataStream>
#include <QHostAddress>
#include <QMap>
#include <QNetworkDatagram>
#include <QUdpSocket>

/// A name server of our own: it knows a few records and answers as the test says.
class NameServer : public QObject
{
public:
    struct Record
    {
        quint16 type = 1;
        QByteArray data;
    };

    enum class Mood { Answers, IsSilent, Fails, Refuses };

    NameServer()
    {
        connect(&m_socket, &QUdpSocket::readyRead, this, [this] {
            while (m_socket.hasPendingDatagrams())
                reply(m_socket.receiveDatagram());
        });
    }

    /// Name servers are asked at port 53, and nowhere else: an address of loopback that nobody else
    /// uses. Needs the right to that port.
    [[nodiscard]] bool listen(const QHostAddress &address)
    {
        return m_socket.bind(address, 53, QUdpSocket::DontShareAddress);
    }

    void add(const QByteArray &name, quint16 type, const QByteArray &data)
    {
        m_records[name].append({type, data});
    }

    static QByteArray text(const QByteArray &text) { return char(text.size()) + text; }

    /// As it stands in a message.
    static QByteArray encoded(const QByteArray &name)
    {
        QByteArray bytes;
        for (const QByteArray &label : name.split('.'))
            bytes += char(label.size()) + label;
        return bytes + '\0';
    }

    Mood mood = Mood::Answers;

private:
    static QByteArray nameIn(const QByteArray &message, qsizetype at)
    {
        QList<QByteArray> labels;
        while (at < message.size() && message[at] != '\0') {
            labels.append(message.mid(at + 1, message[at]));
            at += 1 + message[at];
        }
        return labels.join('.').toLower();
    }

    void reply(const QNetworkDatagram &asked)
    {
        const QByteArray question = asked.data();
        if (mood == Mood::IsSilent || question.size() < 17)
            return;
        const QByteArray name = nameIn(question, 12);
        const qsizetype end = 12 + encoded(name).size() + 4;
        const auto type = quint16(quint8(question[end - 4]) << 8 | quint8(question[end - 3]));
        QList<Record> answers;
        for (const Record &record : m_records.value(name)) {
            if (record.type == type)
                answers.append(record);
        }
        const int code = mood == Mood::Fails        ? 2
                         : mood == Mood::Refuses    ? 5
                         : m_records.contains(name) ? 0
                                                    : 3;
        QByteArray message;
        QDataStream out(&message, QIODevice::WriteOnly);
        out.writeRawData(question.constData(), 2);
        out << quint16(0x8180 | code) << quint16(1) << quint16(code == 0 ? answers.size() : 0)
            << quint16(0) << quint16(0);
        out.writeRawData(question.constData() + 12, int(end - 12));
        for (const Record &record : code == 0 ? answers : QList<Record>()) {
            out << quint16(0xC00C) << record.type << quint16(1) << quint32(0)
                << quint16(record.data.size());
            out.writeRawData(record.data.constData(), int(record.data.size()));
        }
        // From the address that was asked.
        m_socket.writeDatagram(message, asked.senderAddress(), quint16(asked.senderPort()));
    }

    QUdpSocket m_socket;
    QMap<QByteArray, QList<Record>> m_records;
};
