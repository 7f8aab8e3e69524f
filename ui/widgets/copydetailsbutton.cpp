#include "ui/widgets/copydetailsbutton.h"

#include "ui/widgets/announcement.h"
#include "ui/widgets/failurereport.h"

#include <QClipboard>
#include <QGuiApplication>

CopyDetailsButton::CopyDetailsButton(QWidget *parent)
    : Button({}, ButtonKind::Quiet, QStringLiteral("copy"), parent)
{
    setAccessibleName(tr("Copy Details"));
    setIconOnly(false);
    hide();
    connect(this, &Button::clicked, this, &CopyDetailsButton::copy);
}

void CopyDetailsButton::offer(const QString &details)
{
    // Made now: it tells the time of the failure, not of the copy.
    m_report = FailureReport::text(this, details);
    show();
}

void CopyDetailsButton::setIconOnly(bool iconOnly)
{
    setKind(iconOnly ? ButtonKind::IconOnly : ButtonKind::Quiet);
    setText(iconOnly ? QString() : tr("Copy Details"));
    setToolTip(iconOnly ? tr("Copy Details") : QString());
}

void CopyDetailsButton::copy()
{
    QGuiApplication::clipboard()->setText(m_report);
    Announcement::say(this, tr("Copied the details."));
}
