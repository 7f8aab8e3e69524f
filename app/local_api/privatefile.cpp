#include "app/local_api/privatefile.h"

#include "app/local_api/systemerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdlib>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace localapi {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(localapi::PrivateFile)
};

class FileDescriptor
{
public:
    explicit FileDescriptor(int descriptor)
        : m_descriptor(descriptor)
    {
    }
    ~FileDescriptor()
    {
        if (m_descriptor >= 0)
            ::close(m_descriptor);
    }

    FileDescriptor(const FileDescriptor &) = delete;
    FileDescriptor &operator=(const FileDescriptor &) = delete;

    bool isOpen() const { return m_descriptor >= 0; }
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

bool writeAll(int file, std::string_view content)
{
    while (!content.empty()) {
        const ssize_t written = ::write(file, content.data(), content.size());
        if (written < 0 && errno != EINTR)
            return false;
        content.remove_prefix(written < 0 ? 0 : static_cast<std::size_t>(written));
    }
    return ::fsync(file) == 0;
}

/// Makes a rename last.
void syncFolderOf(const QString &path)
{
    const QByteArray folder = QFile::encodeName(QFileInfo(path).absolutePath());
    const FileDescriptor descriptor(::open(folder.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (descriptor.isOpen())
        ::fsync(descriptor.get());
}

} // namespace

std::optional<QString> writePrivateFile(const QString &path, std::string_view content)
{
    const QByteArray target = QFile::encodeName(path);
    struct stat status
    {
    };
    if (::lstat(target.constData(), &status) == 0 && !S_ISREG(status.st_mode))
        return Text::tr("there is something else than a regular file at this place");

    QByteArray temporary = target + ".XXXXXX";
    const FileDescriptor file(::mkostemp(temporary.data(), O_CLOEXEC));
    if (!file.isOpen())
        return lastSystemError();
    if (writeAll(file.get(), content) && ::rename(temporary.constData(), target.constData()) == 0) {
        syncFolderOf(path);
        return std::nullopt;
    }
    const QString reason = lastSystemError();
    ::unlink(temporary.constData());
    return reason;
}

std::variant<SecretBytes, QString> readPrivateFile(const QString &path, std::size_t size)
{
    const FileDescriptor file(
        ::open(QFile::encodeName(path).constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    if (!file.isOpen())
        return errno == ENOENT ? std::variant<SecretBytes, QString>(SecretBytes()) : lastSystemError();
    struct stat status
    {
    };
    if (::fstat(file.get(), &status) != 0 || ::fchmod(file.get(), 0600) != 0)
        return lastSystemError();
    SecretBytes content(size);
    if (!S_ISREG(status.st_mode) || status.st_size != static_cast<off_t>(size) ||
        ::read(file.get(), content.data(), size) != static_cast<ssize_t>(size))
        return Text::tr("it does not have the %1 bytes that it should have").arg(size);
    return content;
}

} // namespace localapi
