#pragma once

#include "models/errors/error.h"
#include "ui/widgets/button.h"

/// "Copy Details", beside a failure: quiet, and hidden while there is none.
class CopyDetailsButton final : public Button
{
    Q_OBJECT

public:
    explicit CopyDetailsButton(QWidget *parent = nullptr);

    /// @p details is Error::details(), of one or of several.
    void offer(const QString &details);
    void offer(const Error &error) { offer(error.details()); }

    /// Where there is no room for the text the icon stands alone.
    void setIconOnly(bool iconOnly);

private:
    void copy();

    QString m_report;
};
