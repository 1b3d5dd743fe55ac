// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include <functional>
#include <QVBoxLayout>
#include <QWidget>

namespace ui {

/// The place of a page that is made when it is first needed: most days need few of them, and a
/// window has to be there at once. Until then it costs nothing, also when something changes.
class LatePlace : public QWidget
{
public:
    /// Makes the page unless it is there.
    virtual void make() = 0;
};

template <class Page>
class LatePage final : public LatePlace
{
public:
    explicit LatePage(std::function<Page *()> maker)
        : m_maker(std::move(maker))
    {}

    [[nodiscard]] bool isMade() const { return m_page; }
    /// Makes it if need be.
    [[nodiscard]] Page &page()
    {
        make();
        return *m_page;
    }
    Page *operator->() { return &page(); }

    void make() override
    {
        if (m_page)
            return;
        m_page = m_maker();
        auto *layout = new QVBoxLayout(this);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(m_page);
    }

private:
    std::function<Page *()> m_maker;
    Page *m_page = nullptr;
};

} // namespace ui
