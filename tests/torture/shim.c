/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Stands between a program and the disk (LD_PRELOAD) and makes one of its calls go wrong. Only calls
 * on files in one folder count.
 *
 *   TORTURE_UNDER   the folder
 *   TORTURE_CALL    write, sync, place (rename and link), remove or make (open that creates)
 *   TORTURE_NTH     which one of these, from 1
 *   TORTURE_HOW     an errno's number; "short": half is written; "kill": the program dies there;
 *                   "interrupt": somebody presses Ctrl+C there; "hold": it waits there until the
 *                   file TORTURE_HELD, which it makes, is taken away; "hold and kill": and then dies
 *   TORTURE_ON      if set, all from there on
 *   TORTURE_COUNTS  a file that tells at the end how many of each there were
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

enum call { WRITE, SYNC, PLACE, REMOVE, MAKE, CALLS };
static const char* const names[CALLS] = {"write", "sync", "place", "remove", "make"};
static atomic_int counts[CALLS];

#define REAL(type, name, ...) \
    static type (*real)(__VA_ARGS__); \
    if (!real) \
    *(void**)&real = dlsym(RTLD_NEXT, #name)

static int under(const char* path)
{
    const char* folder = getenv("TORTURE_UNDER");
    char whole[8192];
    if (!folder || !path)
        return 0;
    if (path[0] != '/') { /* the program works in that folder */
        char here[4096];
        if (!getcwd(here, sizeof here))
            return 0;
        snprintf(whole, sizeof whole, "%s/%s", here, path);
        path = whole;
    }
    return strncmp(path, folder, strlen(folder)) == 0;
}

static int descriptorUnder(int descriptor)
{
    char link[64], path[4096];
    struct stat status;
    if (fstat(descriptor, &status) != 0 || (!S_ISREG(status.st_mode) && !S_ISDIR(status.st_mode)))
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    const ssize_t length = readlink(link, path, sizeof path - 1);
    if (length <= 0)
        return 0;
    path[length] = '\0';
    return under(path);
}

/* Waits, but not for ever, until somebody has seen that it waits and lets it go on. */
static void hold(void)
{
    const char* held = getenv("TORTURE_HELD");
    FILE* file = held ? fopen(held, "w") : NULL;
    if (!file)
        return;
    fclose(file);
    for (int milliseconds = 0; milliseconds < 60000 && access(held, F_OK) == 0; ++milliseconds)
        usleep(1000);
}

/* 0: nothing goes wrong; an errno; or -1: half is written. */
static int trouble(enum call which)
{
    const int count = atomic_fetch_add(&counts[which], 1) + 1;
    const char *call = getenv("TORTURE_CALL"), *nth = getenv("TORTURE_NTH");
    const char* how = getenv("TORTURE_HOW");
    if (!call || !how || strcmp(call, names[which]) != 0)
        return 0;
    const int chosen = nth ? atoi(nth) : 1;
    if (count < chosen || (count > chosen && !getenv("TORTURE_ON")))
        return 0;
    if (strncmp(how, "hold", 4) == 0)
        hold();
    if (strcmp(how, "kill") == 0 || strcmp(how, "hold and kill") == 0)
        kill(getpid(), SIGKILL);
    if (strcmp(how, "interrupt") == 0)
        kill(getpid(), SIGINT);
    return strcmp(how, "short") == 0 ? -1 : atoi(how);
}

#define FAIL_IF(condition, which) \
    if (condition) { \
        const int error = trouble(which); \
        if (error > 0) { \
            errno = error; \
            return -1; \
        } \
    }

#define WRITING(size) \
    if (descriptorUnder(descriptor)) { \
        const int error = trouble(WRITE); \
        if (error > 0) { \
            errno = error; \
            return -1; \
        } \
        if (error < 0 && size > 1) \
            size /= 2; \
    }

ssize_t write(int descriptor, const void* bytes, size_t size)
{
    REAL(ssize_t, write, int, const void*, size_t);
    WRITING(size)
    return real(descriptor, bytes, size);
}

ssize_t pwrite(int descriptor, const void* bytes, size_t size, off_t at)
{
    REAL(ssize_t, pwrite, int, const void*, size_t, off_t);
    WRITING(size)
    return real(descriptor, bytes, size, at);
}

ssize_t pwrite64(int descriptor, const void* bytes, size_t size, off64_t at)
{
    REAL(ssize_t, pwrite64, int, const void*, size_t, off64_t);
    WRITING(size)
    return real(descriptor, bytes, size, at);
}

int fsync(int descriptor)
{
    REAL(int, fsync, int);
    FAIL_IF(descriptorUnder(descriptor), SYNC)
    return real(descriptor);
}

int fdatasync(int descriptor)
{
    REAL(int, fdatasync, int);
    FAIL_IF(descriptorUnder(descriptor), SYNC)
    return real(descriptor);
}

int rename(const char* from, const char* to)
{
    REAL(int, rename, const char*, const char*);
    FAIL_IF(under(to), PLACE)
    return real(from, to);
}

int renameat2(int from_folder, const char* from, int to_folder, const char* to, unsigned flags)
{
    REAL(int, renameat2, int, const char*, int, const char*, unsigned);
    FAIL_IF(under(to), PLACE)
    return real(from_folder, from, to_folder, to, flags);
}

int link(const char* from, const char* to)
{
    REAL(int, link, const char*, const char*);
    FAIL_IF(under(to), PLACE)
    return real(from, to);
}

int unlink(const char* path)
{
    REAL(int, unlink, const char*);
    FAIL_IF(under(path), REMOVE)
    return real(path);
}

static mode_t modeIn(int flags, va_list more)
{
    return (flags & O_CREAT) != 0 ? va_arg(more, mode_t) : 0;
}

int open(const char* path, int flags, ...)
{
    REAL(int, open, const char*, int, ...);
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeIn(flags, more);
    va_end(more);
    FAIL_IF((flags & O_CREAT) != 0 && under(path), MAKE)
    return real(path, flags, mode);
}

int open64(const char* path, int flags, ...)
{
    REAL(int, open64, const char*, int, ...);
    va_list more;
    va_start(more, flags);
    const mode_t mode = modeIn(flags, more);
    va_end(more);
    FAIL_IF((flags & O_CREAT) != 0 && under(path), MAKE)
    return real(path, flags, mode);
}

__attribute__((destructor)) static void tellCounts(void)
{
    const char* path = getenv("TORTURE_COUNTS");
    FILE* file = path ? fopen(path, "w") : NULL;
    if (!file)
        return;
    for (int i = 0; i < CALLS; ++i)
        fprintf(file, "%d\n", atomic_load(&counts[i]));
    fclose(file);
}
