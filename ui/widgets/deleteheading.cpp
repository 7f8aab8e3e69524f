#include "ui/widgets/deleteheading.h"

#include "ui/style/metrics.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

namespace {

constexpr int iconSize = 20;
constexpr int disc = 40;

} // namespace

DeleteHeading::DeleteHeading(const QString &question, const QString &consequence, QWidget *parent)
    : QWidget(parent)
{
    auto *icon = new IconView(QStringLiteral("trash-2"), Token::Bad, iconSize);
    icon->setGround(IconView::Ground::Disc, Token::BadTint, disc);
    auto *title = new TextLabel(question, TextStyle::DialogTitle);
    title->setWordWrap(true);
    auto *sentence = new TextLabel(consequence);
    sentence->setWordWrap(true);

    auto *texts = new QVBoxLayout;
    texts->setSpacing(Metrics::labelGap);
    texts->addWidget(title);
    texts->addWidget(sentence);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::fieldGap);
    row->addWidget(icon, 0, Qt::AlignTop);
    row->addLayout(texts, 1);
}
