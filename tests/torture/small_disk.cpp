// SPDX-License-Identifier: GPL-3.0-or-later
#include "torture/small_disk.h"

#include <sys/mount.h>
#include <sys/statvfs.h>

#include <cerrno>
#include <cstring>
#include <stdexcept>

namespace twelvefold::torture {
namespace {

int mounted(const fs::path& at, std::uint64_t bytes)
{
    const std::string size = "mode=0700,size=" + std::to_string(bytes);
    return ::mount("tmpfs", at.c_str(), "tmpfs", MS_NOSUID | MS_NODEV, size.c_str()) == 0 ? 0
                                                                                          : errno;
}

} // namespace

std::optional<std::string> SmallDisk::whyNone()
{
    const Folder folder;
    if (const int error = mounted(folder.path(), 65536); error != 0)
        return "left out, since no small disk can be mounted here (" +
               std::string(std::strerror(error)) + "): root can";
    ::umount2(folder.path().c_str(), MNT_DETACH);
    return std::nullopt;
}

SmallDisk::SmallDisk(const fs::path& at, std::uint64_t bytes) : m_at(at)
{
    if (mounted(at, bytes) != 0)
        throw std::runtime_error("no small disk for the trial");
}

SmallDisk::~SmallDisk()
{
    ::umount2(m_at.c_str(), MNT_DETACH);
}

void SmallDisk::leave(std::uint64_t bytes) const
{
    struct statvfs disk
    {
    };
    ::statvfs(m_at.c_str(), &disk);
    const std::uint64_t free = disk.f_bavail * disk.f_frsize;
    write(m_at / kFiller, std::string(free > bytes ? free - bytes : 0, '\0'));
}

void SmallDisk::empty() const
{
    fs::remove(m_at / kFiller);
}

} // namespace twelvefold::torture
