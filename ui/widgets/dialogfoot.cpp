#include "ui/widgets/dialogfoot.h"

#include "ui/style/metrics.h"
#include "ui/widgets/announcement.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copydetailsbutton.h"

#include <QHBoxLayout>
#include <QPainter>

DialogFoot::DialogFoot(QWidget *parent)
    : QWidget(parent)
    , m_message(new FieldMessage)
    , m_details(new CopyDetailsButton)
    , m_row(new QHBoxLayout(this))
{
    m_row->setContentsMargins(Metrics::dialogMargin, Metrics::footMargin, Metrics::dialogMargin,
                              Metrics::footMargin);
    m_row->setSpacing(Metrics::buttonGap);
    // The room is kept while there is no message, so that the buttons stay at the trailing end.
    QSizePolicy keeps = m_message->sizePolicy();
    keeps.setHorizontalPolicy(QSizePolicy::Expanding);
    keeps.setRetainSizeWhenHidden(true);
    m_message->setSizePolicy(keeps);
    m_row->addWidget(m_message, 1, Qt::AlignVCenter);
    m_row->addWidget(m_details);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

Button *DialogFoot::addButton(const QString &text, ButtonKind kind, const QString &iconName)
{
    auto *button = new Button(text, kind, iconName);
    m_row->addWidget(button);
    return button;
}

void DialogFoot::setMessage(FieldMessage::Kind kind, const QString &text)
{
    const bool isNew = text != m_message->text();
    m_message->say(kind, text);
    m_details->hide();
    if (isNew && kind == FieldMessage::Kind::Bad)
        Announcement::say(this, text);
}

void DialogFoot::setError(const Error &error)
{
    setMessage(FieldMessage::Kind::Bad, error.sentence());
    m_details->offer(error);
}

void DialogFoot::offerDetails(const QString &details)
{
    m_details->offer(details);
}

void DialogFoot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Sunken, palette()));
    painter.fillRect(0, 0, width(), 1, color(Token::Line, palette()));
}
