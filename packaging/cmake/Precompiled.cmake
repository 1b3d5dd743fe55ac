# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# Nine tenths of the time of compiling a file go into the headers of Qt and of the standard library.
# Those that most files read are compiled once for each layer, which halves a build from nothing.
# A file still includes what it uses: packaging/lint builds without this.

set(watchkeeper_precompiled_models
    <QByteArray> <QCoreApplication> <QDateTime> <QFuture> <QHash> <QJsonArray> <QJsonDocument>
    <QJsonObject> <QList> <QMap> <QObject> <QPromise> <QRegularExpression> <QSet> <QString>
    <QStringList> <QTimeZone> <QTimer> <QUrl> <QVariant>
    <algorithm> <chrono> <cmath> <functional> <map> <memory> <optional> <ranges> <set> <span>
    <utility> <variant> <vector>
    <tl/expected.hpp>)
set(watchkeeper_precompiled_ui ${watchkeeper_precompiled_models}
    <QApplication> <QCheckBox> <QComboBox> <QDialog> <QHBoxLayout> <QLabel> <QLineEdit>
    <QPainter> <QPlainTextEdit> <QPushButton> <QTableView> <QVBoxLayout> <QWidget>)

# The one target that compiles them for the others.
set(watchkeeper_precompiles_models models_base)
set(watchkeeper_precompiles_ui ui_theme)

# Has TARGET read the precompiled headers of LAYER: models, or ui, which has those of models as well.
function(watchkeeper_precompile target layer)
    set(owner ${watchkeeper_precompiles_${layer}})
    if(target STREQUAL owner)
        target_precompile_headers(${target} PRIVATE ${watchkeeper_precompiled_${layer}})
    else()
        target_precompile_headers(${target} REUSE_FROM ${owner})
    endif()
endfunction()
