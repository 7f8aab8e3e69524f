#include "ui/widgets/questiondialog.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

QuestionDialog::QuestionDialog(const Texts &texts, QWidget *parent)
    : ConsoleDialog(texts.title, Metrics::deleteDialogWidth, parent)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *heading =
        new IconText(QStringLiteral("triangle-alert"), Token::Warn, texts.heading, TextStyle::DialogTitle);
    heading->setIconSize(20);
    auto *sentence = new TextLabel(texts.sentence);
    sentence->setWordWrap(true);
    body()->addWidget(heading);
    body()->addWidget(sentence);

    Button *goOn = foot()->addButton(texts.goOn, ButtonKind::Plain);
    Button *stay = foot()->addButton(texts.stay, ButtonKind::Primary);
    stay->setDefault(true);
    stay->setFocus();
    connect(goOn, &Button::clicked, this, &QuestionDialog::accept);
    connect(stay, &Button::clicked, this, &QuestionDialog::reject);
}
