// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "ledger/script.h"

#include "ledger/text.h"

namespace ledger {

using namespace Qt::StringLiterals;

namespace {

/// Walks over a script token by token and notices where statements end.
class Cutter
{
public:
    explicit Cutter(QStringView script)
        : m_script(script)
    {}

    base::Result<QStringList> cut()
    {
        while (m_at < m_script.size()) {
            if (!step())
                return base::fail(base::ErrorKind::Format,
                                  LedgerText::tr("An SQL script has a string or comment that does "
                                                 "not end."),
                                  m_script.mid(m_start, 80).toString());
        }
        if (m_isTrigger)
            return base::fail(base::ErrorKind::Format,
                              LedgerText::tr("An SQL script has a trigger that does not end."),
                              m_script.mid(m_start, 80).toString());
        finish(m_script.size());
        return m_statements;
    }

private:
    bool step()
    {
        const QChar c = m_script[m_at];
        if (c.isSpace())
            return ++m_at, true;
        if (m_script.mid(m_at, 2) == u"--"_s)
            return skipTo(u"\n", true);
        if (m_script.mid(m_at, 2) == u"/*"_s)
            return skipTo(u"*/", false);
        if (c == u'\'' || c == u'"' || c == u'`' || c == u'[')
            return quoted(c == u'[' ? QChar(u']') : c);
        if (c == u';')
            return semicolon();
        if (c.isLetter() || c == u'_')
            return word();
        noteOther();
        return ++m_at, true;
    }

    void noteOther()
    {
        m_lastWord.clear();
        m_innerSemicolon = false;
        m_hasContent = true;
    }

    bool skipTo(QStringView end, bool orEndOfScript)
    {
        const qsizetype found = m_script.indexOf(end, m_at + 2);
        if (found < 0 && !orEndOfScript)
            return false;
        m_at = found < 0 ? m_script.size() : found + end.size();
        return true;
    }

    bool quoted(QChar end)
    {
        // A doubled quote inside looks like the end of one string and the start of the next, which
        // comes to the same.
        const qsizetype found = m_script.indexOf(end, m_at + 1);
        if (found < 0)
            return false;
        m_at = found + 1;
        noteOther();
        return true;
    }

    bool word()
    {
        const qsizetype start = m_at;
        while (m_at < m_script.size() &&
               (m_script[m_at].isLetterOrNumber() || m_script[m_at] == u'_'))
            ++m_at;
        m_wordFollowsSemicolon = m_innerSemicolon;
        m_innerSemicolon = false;
        m_lastWord = m_script.mid(start, m_at - start).toString().toUpper();
        m_hasContent = true;
        if (m_words < 3)
            noteHead();
        return true;
    }

    /// CREATE [TEMP | TEMPORARY] TRIGGER …
    void noteHead()
    {
        ++m_words;
        if (m_words == 1)
            m_isCreate = m_lastWord == "CREATE"_L1;
        else if (m_isCreate && m_lastWord == "TRIGGER"_L1)
            m_isTrigger = true;
        else if (m_lastWord != "TEMP"_L1 && m_lastWord != "TEMPORARY"_L1)
            m_isCreate = false;
    }

    bool semicolon()
    {
        // The END of a trigger stands alone between two semicolons; that of a CASE does not.
        const bool endsTrigger = m_lastWord == "END"_L1 && m_wordFollowsSemicolon;
        if (m_isTrigger && !endsTrigger) {
            m_innerSemicolon = true;
            m_lastWord.clear();
            return ++m_at, true;
        }
        m_isTrigger = false;
        finish(m_at);
        m_start = ++m_at;
        return true;
    }

    void finish(qsizetype end)
    {
        if (m_hasContent)
            m_statements.append(m_script.mid(m_start, end - m_start).trimmed().toString());
        m_hasContent = m_isCreate = m_innerSemicolon = m_wordFollowsSemicolon = false;
        m_words = 0;
        m_lastWord.clear();
    }

    QStringView m_script;
    qsizetype m_at = 0;
    qsizetype m_start = 0;
    QStringList m_statements;
    bool m_hasContent = false; ///< more than space and comments
    int m_words = 0;           ///< of the statement, up to 3
    bool m_isCreate = false;
    bool m_isTrigger = false;
    QString m_lastWord; ///< in capitals; empty if something else came after it
    bool m_innerSemicolon = false;
    bool m_wordFollowsSemicolon = false;
};

} // namespace

base::Result<QStringList> statementsOf(QStringView script)
{
    return Cutter(script).cut();
}

} // namespace ledger
