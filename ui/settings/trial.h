// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "base/whenfinished.h"
#include "source/prober.h"
#include "ui/widget/actionbutton.h"
#include "ui/widget/formfield.h"

namespace ui {

/// "Test it", or that this is being done.
[[nodiscard]] QString trialTitle(bool isRunning);

/// What is said of a trial: as an error, or as a note.
[[nodiscard]] inline base::Result<QString> wordsOf(const base::Result<QString> &answer)
{
    return answer;
}
/// A look that did not find what it should is an error here.
[[nodiscard]] base::Result<QString> wordsOf(const base::Result<source::ProbeVerdict> &verdict);

/// Something typed is tried by its button: what comes of it stands under the field.
template <class T>
void showTrial(FormField *row, ActionButton *button, const QFuture<base::Result<T>> &trial)
{
    // The next button would take the focus, and with it the next key: "Watch it".
    QWidget *around = button->parentWidget();
    if (button->hasFocus())
        around->setFocus();
    button->setEnabled(false);
    button->setTitle(trialTitle(true));
    base::whenFinished(row, trial, [row, button, around](const base::Result<T> &answer) {
        button->setEnabled(true);
        if (around->hasFocus())
            button->setFocus();
        button->setTitle(trialTitle(false));
        const base::Result<QString> words = wordsOf(answer);
        if (words)
            row->setAnswer(*words);
        else
            row->setError(words.error().text);
    });
}

} // namespace ui
