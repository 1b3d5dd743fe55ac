// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "workflow/textdifference.h"

#include <algorithm>
#include <QCoreApplication>
#include <QStringList>

namespace workflow {

using In = TextPiece::In;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(workflow)
};

using Tokens = QList<QStringView>;

/// The table of common lengths has at most so many fields.
constexpr qsizetype mostFields = 4'000'000;

/// Words, and what stands between them.
Tokens tokensOf(QStringView text)
{
    Tokens tokens;
    qsizetype begin = 0;
    for (qsizetype i = 1; i <= text.size(); ++i) {
        if (i == text.size() || text[i].isSpace() != text[i - 1].isSpace() || text[i] == u'\n') {
            tokens << text.sliced(begin, i - begin);
            begin = i;
        }
    }
    return tokens;
}

class Pieces
{
public:
    void add(In in, QStringView text)
    {
        if (text.isEmpty())
            return;
        if (m_pieces.empty() || m_pieces.back().in != in)
            m_pieces.push_back({in, {}});
        m_pieces.back().text += text;
    }

    [[nodiscard]] std::vector<TextPiece> take() { return std::move(m_pieces); }

private:
    std::vector<TextPiece> m_pieces;
};

/// The longest sequence of tokens that both have, for every pair of rests.
class CommonLengths
{
public:
    CommonLengths(const Tokens &theirs, const Tokens &ours)
        : m_columns(ours.size() + 1)
        , m_lengths(size_t((theirs.size() + 1) * m_columns))
    {
        for (qsizetype i = theirs.size() - 1; i >= 0; --i) {
            for (qsizetype j = ours.size() - 1; j >= 0; --j) {
                m_lengths[at(i, j)] =
                    theirs[i] == ours[j]
                        ? quint16(m_lengths[at(i + 1, j + 1)] + 1)
                        : std::max(m_lengths[at(i + 1, j)], m_lengths[at(i, j + 1)]);
            }
        }
    }

    [[nodiscard]] int of(qsizetype i, qsizetype j) const { return m_lengths[at(i, j)]; }

private:
    [[nodiscard]] size_t at(qsizetype i, qsizetype j) const { return size_t(i * m_columns + j); }

    qsizetype m_columns;
    std::vector<quint16> m_lengths;
};

void addMiddle(Pieces &pieces, const Tokens &theirs, const Tokens &ours)
{
    const bool compares = (theirs.size() + 1) * (ours.size() + 1) <= mostFields;
    qsizetype i = 0;
    qsizetype j = 0;
    if (compares) {
        const CommonLengths common(theirs, ours);
        while (i < theirs.size() && j < ours.size()) {
            if (theirs[i] == ours[j]) {
                pieces.add(In::Both, theirs[i]);
                ++i;
                ++j;
            } else if (common.of(i + 1, j) >= common.of(i, j + 1)) {
                pieces.add(In::Theirs, theirs[i++]);
            } else {
                pieces.add(In::Ours, ours[j++]);
            }
        }
    }
    while (i < theirs.size())
        pieces.add(In::Theirs, theirs[i++]);
    while (j < ours.size())
        pieces.add(In::Ours, ours[j++]);
}

} // namespace

std::vector<TextPiece> textDifference(const QString &theirs, const QString &ours)
{
    Tokens left = tokensOf(theirs);
    Tokens right = tokensOf(ours);
    const auto before = std::ranges::mismatch(left, right);
    const auto same = qsizetype(before.in1 - left.begin());
    qsizetype after = 0;
    while (after < std::min(left.size(), right.size()) - same &&
           left[left.size() - 1 - after] == right[right.size() - 1 - after])
        ++after;
    Pieces pieces;
    for (qsizetype i = 0; i < same; ++i)
        pieces.add(In::Both, left[i]);
    addMiddle(pieces, left.sliced(same, left.size() - same - after),
              right.sliced(same, right.size() - same - after));
    for (qsizetype i = left.size() - after; i < left.size(); ++i)
        pieces.add(In::Both, left[i]);
    return pieces.take();
}

QString differenceWords(const std::vector<TextPiece> &pieces)
{
    QStringList lines;
    for (const TextPiece &piece : pieces) {
        const QString text = piece.text.simplified();
        if (text.isEmpty())
            continue;
        switch (piece.in) {
        case In::Both:
            lines << Words::tr("Both: %1").arg(text);
            break;
        case In::Theirs:
            lines << Words::tr("There: %1").arg(text);
            break;
        case In::Ours:
            lines << Words::tr("Ours: %1").arg(text);
            break;
        }
    }
    return lines.join(QLatin1Char('\n'));
}

} // namespace workflow
