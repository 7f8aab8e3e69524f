#include "ui/widgets/progressreport.h"

#include "ui/style/metrics.h"
#include "ui/widgets/progressline.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

ProgressReport::ProgressReport(QWidget *parent)
    : QWidget(parent)
    , m_sentence(new TextLabel)
    , m_line(new ProgressLine)
{
    m_sentence->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(Metrics::buttonGap);
    column->addWidget(m_sentence);
    column->addWidget(m_line);
}

void ProgressReport::setProgress(const QString &sentence, int done, int total)
{
    m_sentence->setText(sentence);
    m_line->setProgress(done, total);
}
