// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

/// Loaded before the C library, it lets the wall clock of a program stand at STANDING_CLOCK, in
/// seconds since 1970. Timers count on another clock and run as ever.

#include <cstdlib>
#include <ctime>
#include <sys/syscall.h>
#include <sys/time.h>
#include <unistd.h>

extern "C" {

int clock_gettime(clockid_t id, timespec *at) noexcept
{
    const char *told = std::getenv("STANDING_CLOCK");
    if (!told || (id != CLOCK_REALTIME && id != CLOCK_REALTIME_COARSE))
        return int(syscall(SYS_clock_gettime, id, at));
    at->tv_sec = std::atol(told);
    at->tv_nsec = 0;
    return 0;
}

int gettimeofday(timeval *at, void *) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    at->tv_sec = now.tv_sec;
    at->tv_usec = now.tv_nsec / 1000;
    return 0;
}

time_t time(time_t *at) noexcept
{
    timespec now{};
    clock_gettime(CLOCK_REALTIME, &now);
    if (at)
        *at = now.tv_sec;
    return now.tv_sec;
}
}
