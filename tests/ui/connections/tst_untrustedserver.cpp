#include "tests/ui/connections/shownconnections.h"
#include "ui/connections/usetokendialog.h"
#include "ui/mainwindow.h"
#include "ui/pages/accountdialogs.h"
#include "ui/pages/serviceaccountspage.h"
#include "ui/style/consolestyle.h"
#include "ui/welcome/welcomewindow.h"

#include <QApplication>
#include <QLabel>

using namespace Qt::StringLiterals;

namespace {

Error untrusted()
{
    Error error(ErrorKind::Untrusted, u"SSL handshake failed: The certificate has expired"_s);
    error.host = u"api.example.org"_s;
    error.fingerprint =
        u"F6:41:DE:EC:C2:B5:55:7A:A9:47:5B:FD:6D:F8:9F:E7:2F:19:32:AE:23:35:D8:4B:20:DC:2E:66:"
        "A4:2E:48:CA"_s;
    return error;
}

/// The main window over a server that knows three accounts and is not trusted any more once the test says so.
struct Shown
{
    ConsoleFixture world;
    MainWindow window{world.parts};

    Shown()
    {
        world.server.fill(3);
        window.show();
        world.connection.open(world.addServer().key);
        if (!QTest::qWaitFor([this] { return world.list.state() == AccountList::State::Loaded; }))
            qFatal("the list is not read");
    }

    AccountDialogs *dialogs() { return window.findChild<ServiceAccountsPage *>()->dialogs(); }
    QDialog *dialog() { return qobject_cast<QDialog *>(QApplication::activeModalWidget()); }
    void distrust() { world.server.failAlways(untrusted()); }
};

/// The visible label that says it; nullptr when there is none.
QLabel *labelWith(const QWidget *window, const QString &text)
{
    for (QLabel *label : window->findChildren<QLabel *>()) {
        if (label->isVisible() && label->text().contains(text))
            return label;
    }
    return nullptr;
}

/// Whether every line of it is as wide as the label at most.
bool isWhole(const QLabel *label)
{
    const QRect room = label->contentsRect();
    const int flags = int(label->alignment()) | Qt::TextWordWrap;
    const QRect needed =
        label->fontMetrics().boundingRect(QRect(0, 0, room.width(), 10000), flags, label->text());
    return needed.width() <= room.width() && needed.height() <= room.height();
}

} // namespace

/// The fingerprint of a certificate that is not trusted, wherever a person meets one.
class tst_UntrustedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { ConsoleStyle::install(*qApp); }

    void onWelcome()
    {
        for (const char *button : {"Test Connection", "Connect to Apono"}) {
            ConsoleFixture world;
            WelcomeWindow window(world.parts);
            window.show();
            world.server.failAlways(untrusted());
            Controls::get<QLineEdit>(&window, u"Token"_s)->setText(u"a token"_s);
            Controls::press(&window, QString::fromLatin1(button));
            isToldIn(&window);
        }
    }

    void inConnections()
    {
        ShownConnections shown;
        shown.world.server.failAlways(untrusted());
        shown.press(u"Test Connection"_s);
        isToldIn(shown.dialog);
    }

    void withAnotherToken()
    {
        Shown shown;
        auto *dialog = new UseTokenDialog(shown.world.connection, shown.world.apis, &shown.window);
        dialog->open();
        shown.distrust();
        Controls::get<QLineEdit>(dialog, u"Token"_s)->setText(u"another token"_s);
        Controls::press(dialog, u"Use Token"_s);
        isToldIn(dialog);
    }

    void overTheList()
    {
        Shown shown;
        shown.distrust();
        shown.world.list.refresh();
        isToldIn(&shown.window);
    }

    void insteadOfTheList()
    {
        ConsoleFixture world;
        MainWindow window(world.parts);
        world.server.failAlways(untrusted());
        window.show();
        world.connection.open(world.addServer().key);
        isToldIn(&window);
    }

    void whenOneIsMade()
    {
        Shown shown;
        shown.dialogs()->openNew();
        Controls::get<QLineEdit>(shown.dialog(), u"Name"_s)->setText(u"ci_deploy"_s);
        Controls::toggleRole(shown.dialog(), u"Viewer"_s);
        shown.distrust();
        Controls::press(shown.dialog(), u"Generate New Token"_s);
        isToldIn(shown.dialog());
        delete shown.dialog();
    }

    void whenOneIsChanged()
    {
        Shown shown;
        shown.dialogs()->openEdit(u"id_account_001"_s);
        Controls::get<QLineEdit>(shown.dialog(), u"Description"_s)->setText(u"new text"_s);
        shown.distrust();
        Controls::press(shown.dialog(), u"Save Changes"_s);
        isToldIn(shown.dialog());
        delete shown.dialog();
    }

    void whenOneIsDeleted()
    {
        Shown shown;
        shown.dialogs()->openDelete(u"id_account_001"_s);
        shown.distrust();
        Controls::press(shown.dialog(), u"Yes"_s);
        isToldIn(shown.dialog());
        delete shown.dialog();
    }

    void whenManyAreDeleted()
    {
        Shown shown;
        shown.dialogs()->openMany(ManyChange::Kind::Delete, shown.world.server.accounts());
        shown.distrust();
        Controls::press(shown.dialog(), u"Yes"_s);
        isToldIn(shown.dialog());
        delete shown.dialog();
    }

private:
    static void isToldIn(QWidget *window)
    {
        QVERIFY(window);
        QTRY_VERIFY2(labelWith(window, untrusted().fingerprint),
                     qPrintable(Controls::texts(window).join(u'\n')));
        const QLabel *label = labelWith(window, untrusted().fingerprint);
        QTRY_VERIFY2(isWhole(label), qPrintable(label->text()));
        QTRY_VERIFY(window->rect().contains(QRect(label->mapTo(window, QPoint()), label->size())));
        QVERIFY(Controls::find(window, u"Copy Details"_s));
    }
};

QTEST_MAIN(tst_UntrustedServer)
#include "tst_untrustedserver.moc"
