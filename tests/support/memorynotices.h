#pragma once

#include "models/ports/noticememory.h"
#include "models/ports/notices.h"

#include <QHash>

/// A desktop that keeps what it was told to show.
class MemoryNotices final : public Notices
{
public:
    QList<Notice> shown;
    /// Nothing shows notices here.
    bool isMissing = false;

    Call show(const Notice &notice, QObject *context, Continuation<Done> then) override
    {
        const Promise<Done> promise(context, std::move(then));
        if (isMissing) {
            promise.finishLater(Error(ErrorKind::Unreachable));
            return promise.call();
        }
        shown.append(notice);
        promise.finishLater(Done{});
        return promise.call();
    }
};

class MemoryNoticeMemory final : public NoticeMemory
{
public:
    QList<GivenNotice> given(const QString &connectionKey) const override
    {
        return m_given.value(connectionKey);
    }
    Result<Done> keepGiven(const QString &connectionKey, const QList<GivenNotice> &given) override
    {
        m_given.insert(connectionKey, given);
        return Done{};
    }

private:
    QHash<QString, QList<GivenNotice>> m_given;
};
