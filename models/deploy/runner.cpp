// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "deploy/runner.h"

#include "base/text.h"
#include "deploy/ownprocess.h"
#include "deploy/words.h"

#include <csignal>
#include <QElapsedTimer>
#include <QFileInfo>

namespace deploy {

using namespace std::chrono_literals;
using base::Error;
using base::ErrorKind;
using base::Retry;

namespace {

constexpr auto lookInterval = 50ms;
/// How long it may tidy up before it is killed.
constexpr auto courtesy = 3s;
constexpr qsizetype shownLine = 160;

/// One process and those that it starts.
class Family
{
public:
    Family(const Command &command, const QString &folder)
    {
        m_process.setProgram(command.words.front());
        m_process.setArguments(command.words.mid(1));
        m_process.setWorkingDirectory(folder);
        prepareOwn(m_process);
        m_process.start();
    }
    ~Family() { end(); }
    Family(const Family &) = delete;
    Family &operator=(const Family &) = delete;

    [[nodiscard]] bool hasStarted() { return m_process.waitForStarted(-1); }

    /// Whether it still runs after a moment.
    bool goesOn()
    {
        if (m_process.state() != QProcess::NotRunning)
            m_process.waitForFinished(int(lookInterval.count()));
        m_output += m_process.readAll();
        if (m_output.size() > 2 * keptOutput)
            m_output = m_output.last(keptOutput);
        return m_process.state() != QProcess::NotRunning;
    }

    void end()
    {
        if (m_process.state() == QProcess::NotRunning)
            return;
        const qint64 group = m_process.processId();
        signalOwn(group, SIGTERM);
        QElapsedTimer waiting;
        waiting.start();
        while (goesOn() && 1ms * waiting.elapsed() < courtesy) {
        }
        // The first one may have gone without those that it has started.
        signalOwn(group, SIGKILL);
        while (goesOn()) {
        }
    }

    [[nodiscard]] const QProcess &process() const { return m_process; }
    [[nodiscard]] const QByteArray &output() const { return m_output; }

private:
    QProcess m_process;
    QByteArray m_output;
};

QString lastLine(const QString &output)
{
    const QString line = base::oneLine(output.section(u'\n', -1), shownLine);
    return line.isEmpty() ? QString() : u' ' + Words::tr("It last wrote: “%1”").arg(line);
}

/// The sentence is finished when the output is known.
std::optional<Error> failureOf(const QProcess &process, const QString &output)
{
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return std::nullopt;
    const QString how = process.exitStatus() == QProcess::NormalExit
                            ? Words::tr("it ended with the code %1").arg(process.exitCode())
                            : Words::tr("it broke down");
    return Error{ErrorKind::Network,
                 Words::tr("The status site is written, but the command that deploys it failed: "
                           "%1.")
                         .arg(how) +
                     lastLine(output),
                 {},
                 {Retry::When::After, 10s}};
}

Error cannotStart(const QString &program)
{
    return {ErrorKind::Input,
            Words::tr("The status site is written, but the program “%1” that deploys it cannot be "
                      "started. Install it, or correct the deploy command in the settings, then "
                      "try again.")
                .arg(base::oneLine(program, shownLine)),
            {},
            {}};
}

Error tooSlow(std::chrono::seconds limit, const QString &output)
{
    return {ErrorKind::Timeout,
            Words::tr("The status site is written, but the command that deploys it took longer "
                      "than %1 s and was ended.")
                    .arg(limit.count()) +
                lastLine(output),
            {},
            {Retry::When::After, 30s}};
}

Error stopped()
{
    return {ErrorKind::Refused,
            Words::tr("The status site is written, but its deployment was stopped. Try again when "
                      "it may go on."),
            {},
            {}};
}

} // namespace

Runner::Runner(QString record, const base::Clock &clock)
    : m_record(std::move(record))
    , m_clock(clock)
{}

base::Done Runner::run(const Command &command, const QString &folder,
                       const std::stop_token &stop) const
{
    Record record;
    record.started = m_clock.now();
    QElapsedTimer elapsed;
    elapsed.start();
    std::optional<Error> error;
    {
        Family family(command, folder);
        if (!family.hasStarted()) {
            error = cannotStart(command.words.front());
        } else {
            while (family.goesOn() && !stop.stop_requested() &&
                   1ms * elapsed.elapsed() < command.limit) {
            }
            const bool ended = family.process().state() == QProcess::NotRunning;
            family.end();
            record.output = keptText(family.output());
            if (ended)
                error = failureOf(family.process(), record.output);
            else
                error = stop.stop_requested() ? stopped() : tooSlow(command.limit, record.output);
        }
    }
    record.took = std::chrono::round<std::chrono::seconds>(1ms * elapsed.elapsed());
    record.succeeded = !error;
    record.sentence = error ? error->text : Words::tr("The status site was deployed.");
    // Deployed is deployed, even if the disk has no room to say so.
    static_cast<void>(saveRecord(m_record, record));
    if (error)
        return tl::make_unexpected(*error);
    return {};
}

} // namespace deploy
