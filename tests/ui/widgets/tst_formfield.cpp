#include "ui/style/consolestyle.h"
#include "ui/style/controltraits.h"
#include "ui/widgets/formfield.h"

#include <QAccessible>
#include <QApplication>
#include <QLineEdit>
#include <QTest>

class tst_FormField : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }
    void namesTheFieldByItsLabel();
    void tellsTheMessageAsDescription();
    void marksAFieldThatNeedsAChange();
    void takesNoRoomWithoutAMessage();
};

void tst_FormField::namesTheFieldByItsLabel()
{
    auto *edit = new QLineEdit;
    const FormField field(QStringLiteral("Description"), edit, QStringLiteral("optional"));
    QCOMPARE(QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Name),
             QStringLiteral("Description"));
}

void tst_FormField::tellsTheMessageAsDescription()
{
    auto *edit = new QLineEdit;
    FormField field(QStringLiteral("Name"), edit);
    const QString text = QStringLiteral("ci_deploy is taken. Choose another name.");
    field.setMessage(FieldMessage::Kind::Bad, text);
    QCOMPARE(QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Description), text);
    QCOMPARE(field.message(), text);
    field.clearMessage();
    QCOMPARE(QAccessible::queryAccessibleInterface(edit)->text(QAccessible::Description), QString());
}

void tst_FormField::marksAFieldThatNeedsAChange()
{
    auto *edit = new QLineEdit;
    FormField field(QStringLiteral("Name"), edit);
    field.setMessage(FieldMessage::Kind::Hint, QStringLiteral("Lower-case letters."));
    QVERIFY(!isInvalid(edit));
    field.setMessage(FieldMessage::Kind::Bad, QStringLiteral("No."));
    QVERIFY(isInvalid(edit));
    field.setMessage(FieldMessage::Kind::Ok, QStringLiteral("This name is free."));
    QVERIFY(!isInvalid(edit));
}

void tst_FormField::takesNoRoomWithoutAMessage()
{
    FormField field(QStringLiteral("Name"), new QLineEdit);
    field.show();
    const int before = field.sizeHint().height();
    field.setMessage(FieldMessage::Kind::Hint, QStringLiteral("Lower-case letters."));
    QTRY_VERIFY(field.sizeHint().height() > before);
    field.clearMessage();
    QTRY_COMPARE(field.sizeHint().height(), before);
}

QTEST_MAIN(tst_FormField)

#include "tst_formfield.moc"
