#include "ui/style/consolestyle.h"
#include "ui/widgets/elidedlabel.h"

#include <QApplication>
#include <QHelpEvent>
#include <QTest>
#include <QTextDocument>
#include <QToolTip>

namespace {

/// What the tool tip over the label says, as one reads it.
QString tipOf(ElidedLabel &label)
{
    const QPoint middle = label.rect().center();
    QHelpEvent event(QEvent::ToolTip, middle, label.mapToGlobal(middle));
    QCoreApplication::sendEvent(&label, &event);
    QTextDocument shown;
    shown.setHtml(QToolTip::text());
    return shown.toPlainText();
}

} // namespace

class tst_ElidedLabel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }
    void tellsTheWholeTextWhileItIsCutOff();
    void takesMarkupInANameForText();
};

void tst_ElidedLabel::tellsTheWholeTextWhileItIsCutOff()
{
    const QString name = QStringLiteral("a_name_that_is_a_good_deal_too_long");
    ElidedLabel label(name);
    label.resize(1000, 20);
    label.show();
    QCOMPARE(tipOf(label), QString());
    label.resize(40, 20);
    QCOMPARE(tipOf(label), name);
}

void tst_ElidedLabel::takesMarkupInANameForText()
{
    const QString name = QStringLiteral("<b>prod</b> of the R&amp;D department");
    ElidedLabel label(name);
    label.resize(40, 20);
    label.show();
    QCOMPARE(tipOf(label), name);
}

QTEST_MAIN(tst_ElidedLabel)
#include "tst_elidedlabel.moc"
