// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "staticsite/template.h"

namespace staticsite {

using namespace Qt::StringLiterals;

class Template::Parser
{
public:
    explicit Parser(const QString &source)
        : m_source(source)
    {}

    base::Result<std::vector<Node>> parse()
    {
        m_open.push_back({Node::Kind::Section, {}, {}});
        qsizetype done = 0;
        for (;;) {
            const qsizetype start = m_source.indexOf("{{"_L1, done);
            if (start < 0)
                break;
            const qsizetype end = m_source.indexOf("}}"_L1, start);
            if (end < 0)
                return fault(u"a place is not closed"_s);
            const QString tag = m_source.sliced(start + 2, end - start - 2).trimmed();
            const auto [from, to] = span(tag, start, end + 2);
            addText(done, from);
            if (const base::Done taken = take(tag); !taken)
                return base::passOn(taken);
            done = to;
        }
        addText(done, m_source.size());
        if (m_open.size() != 1)
            return fault(u"section %1 is not closed"_s.arg(m_open.back().text));
        return std::move(m_open.back().children);
    }

private:
    static tl::unexpected<base::Error> fault(const QString &what)
    {
        return base::fail(base::ErrorKind::Internal, u"A page template is damaged: "_s + what);
    }

    /// The stretch that the mark takes up: with its line if nothing else is on it.
    std::pair<qsizetype, qsizetype> span(const QString &tag, qsizetype start, qsizetype end) const
    {
        if (tag.isEmpty() || !QStringView(u"#^/!").contains(tag.front()))
            return {start, end};
        qsizetype from = start;
        while (from > 0 && m_source[from - 1] == u' ')
            --from;
        const bool first = from == 0 || m_source[from - 1] == u'\n';
        const bool last = end < m_source.size() && m_source[end] == u'\n';
        if (first && last)
            return {from, end + 1};
        return {start, end};
    }

    void addText(qsizetype from, qsizetype to)
    {
        if (to > from) {
            m_open.back().children.push_back(
                {Node::Kind::Text, m_source.sliced(from, to - from), {}});
        }
    }

    base::Done take(const QString &tag)
    {
        const QChar mark = tag.isEmpty() ? QChar() : tag.front();
        const QString name = tag.mid(1).trimmed();
        if (mark == u'#') {
            m_open.push_back({Node::Kind::Section, name, {}});
        } else if (mark == u'^') {
            m_open.push_back({Node::Kind::Inverted, name, {}});
        } else if (mark == u'/') {
            if (m_open.size() == 1 || m_open.back().text != name)
                return fault(u"section %1 is closed where it is not open"_s.arg(name));
            Node section = std::move(m_open.back());
            m_open.pop_back();
            m_open.back().children.push_back(std::move(section));
        } else if (mark != u'!') {
            m_open.back().children.push_back({Node::Kind::Field, tag, {}});
        }
        return {};
    }

    const QString &m_source;
    std::vector<Node> m_open;
};

class Template::Filler
{
public:
    explicit Filler(const ValueMap &values)
        : m_scopes{&values}
    {}

    void fill(const std::vector<Node> &nodes)
    {
        for (const Node &node : nodes)
            fill(node);
    }

    [[nodiscard]] QString take() { return std::move(m_out); }

private:
    void fill(const Node &node)
    {
        if (node.kind == Node::Kind::Text) {
            m_out += node.text;
            return;
        }
        const Value *value = find(node.text);
        if (node.kind == Node::Kind::Field) {
            if (value)
                m_out += value->markup().html();
            return;
        }
        const bool shown = value && value->isTrue();
        if (node.kind == Node::Kind::Inverted) {
            if (!shown)
                fill(node.children);
            return;
        }
        if (!shown)
            return;
        if (const ValueList *list = value->list()) {
            for (const Value &entry : *list)
                within(entry.map(), node.children);
        } else {
            within(value->map(), node.children);
        }
    }

    void within(const ValueMap *scope, const std::vector<Node> &nodes)
    {
        if (scope)
            m_scopes.push_back(scope);
        fill(nodes);
        if (scope)
            m_scopes.pop_back();
    }

    [[nodiscard]] const Value *find(const QString &name) const
    {
        for (auto scope = m_scopes.rbegin(); scope != m_scopes.rend(); ++scope) {
            if (const auto found = (*scope)->constFind(name); found != (*scope)->constEnd())
                return &*found;
        }
        return nullptr;
    }

    std::vector<const ValueMap *> m_scopes;
    QString m_out;
};

base::Result<Template> Template::parse(const QString &source)
{
    auto nodes = Parser(source).parse();
    if (!nodes)
        return base::passOn(nodes);
    Template parsed;
    parsed.m_nodes = std::move(*nodes);
    return parsed;
}

Markup Template::fill(const ValueMap &values) const
{
    Filler filler(values);
    filler.fill(m_nodes);
    return Markup::trusted(filler.take());
}

} // namespace staticsite
