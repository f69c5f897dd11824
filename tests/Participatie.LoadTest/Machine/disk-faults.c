/*
 * A slow or full disk, for the program that preloads this. It obeys two numbers in the file that DISK_FAULTS names and
 * that may change at any time: how many microseconds every sync takes longer, and whether the disk is full.
 * On a full disk a file below the folder DISK_FAULTS_BELOW cannot grow; what it holds can still be overwritten.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

struct orders { volatile int32_t sync_delay; volatile int32_t full; };

static struct orders none;
static struct orders *orders = &none;
static char below[4096];

__attribute__((constructor)) static void read_orders(void)
{
    const char *file = getenv("DISK_FAULTS"), *folder = getenv("DISK_FAULTS_BELOW");
    int fd = file ? open(file, O_RDONLY | O_CLOEXEC) : -1;
    if (fd < 0)
        return;
    void *map = mmap(NULL, sizeof *orders, PROT_READ, MAP_SHARED, fd, 0);
    close(fd);
    if (map != MAP_FAILED)
        orders = map;
    if (folder)
        snprintf(below, sizeof below, "%s/", folder);
}

static void wait_for_disk(void)
{
    int32_t delay = orders->sync_delay;
    struct timespec time = { delay / 1000000, delay % 1000000 * 1000L };
    if (delay > 0)
        nanosleep(&time, NULL);
}

static int lacks_room(int fd, off_t end)
{
    struct stat info;
    char link[32], path[4096];
    ssize_t length;
    if (!orders->full || fstat(fd, &info) != 0 || !S_ISREG(info.st_mode) || end <= info.st_size)
        return 0;
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    length = readlink(link, path, sizeof path - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    if (strncmp(path, below, strlen(below)) != 0)
        return 0;
    errno = ENOSPC;
    return 1;
}

static off_t total(const struct iovec *parts, int count)
{
    off_t bytes = 0;
    for (int i = 0; i < count; i++)
        bytes += parts[i].iov_len;
    return bytes;
}

static off_t position(int fd) { return lseek(fd, 0, SEEK_CUR); }

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))
#define SYNC(name) int name(int fd) { wait_for_disk(); return REAL(name)(fd); }
#define WRITE(name, end, signature, ...) ssize_t name signature \
    { return lacks_room(fd, end) ? -1 : REAL(name)(__VA_ARGS__); }

SYNC(fsync)
SYNC(fdatasync)
WRITE(write, position(fd) + (off_t)count, (int fd, const void *data, size_t count), fd, data, count)
WRITE(pwrite, at + (off_t)count, (int fd, const void *data, size_t count, off_t at), fd, data, count, at)
WRITE(pwrite64, at + (off_t)count, (int fd, const void *data, size_t count, off64_t at), fd, data, count, at)
WRITE(writev, position(fd) + total(parts, count), (int fd, const struct iovec *parts, int count), fd, parts, count)
WRITE(pwritev, at + total(parts, count), (int fd, const struct iovec *parts, int count, off_t at), fd, parts, count, at)
WRITE(pwritev64, at + total(parts, count), (int fd, const struct iovec *parts, int count, off64_t at), fd, parts, count, at)

int posix_fallocate(int fd, off_t at, off_t length)
{
    return lacks_room(fd, at + length) ? ENOSPC : REAL(posix_fallocate)(fd, at, length);
}

int posix_fallocate64(int fd, off64_t at, off64_t length)
{
    return lacks_room(fd, at + length) ? ENOSPC : REAL(posix_fallocate64)(fd, at, length);
}
