#pragma once

#include "ui/consoleparts.h"
#include "ui/widgets/banner.h"

/// Why the list could not be read, when it goes on by itself, and what a person can do about it.
class FailureBanner final : public Banner
{
    Q_OBJECT

public:
    explicit FailureBanner(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// Looks at list and connection again. What it said stays while the next try is under way.
    void tell();

Q_SIGNALS:
    void retryRequested();

private:
    QString title() const;
    QString sentence() const;

    const ConsoleParts m_parts;
    Button *m_retry;
};
