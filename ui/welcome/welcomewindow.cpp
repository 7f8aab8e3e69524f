#include "ui/welcome/welcomewindow.h"

#include "models/connections/currentconnection.h"
#include "ui/style/metrics.h"
#include "ui/welcome/serverform.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/box.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/failurereport.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/scrolltofocus.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"

#include <QCloseEvent>
#include <QDir>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QVBoxLayout>

namespace {

constexpr QSize naturalSize(860, 600);
constexpr QSize leastSize(640, 400);
constexpr int sideMargin = 40;
constexpr int topMargin = 20;
constexpr int cardMargin = 20;
constexpr int programIconGround = 56;
constexpr int programIcon = 32;
constexpr int cardIconGround = 40;
constexpr int cardIcon = 20;

QString withHomeAsTilde(const QString &folder)
{
    const QString home = QDir::homePath();
    return folder.startsWith(home + u'/') ? u'~' + folder.mid(home.size()) : folder;
}

TextLabel *paragraph(const QString &text)
{
    auto *label = new TextLabel(text, TextStyle::Body, Token::Text2);
    label->setWordWrap(true);
    return label;
}

/// The frame of a card with its icon, title and what it is about.
QVBoxLayout *beginCard(Box *card, const QString &icon, const QString &title, const QString &text)
{
    card->setRadius(Metrics::largeCardRadius);
    card->setContentsMargins(cardMargin, cardMargin, cardMargin, cardMargin);
    auto *column = new QVBoxLayout(card);
    column->setContentsMargins({});
    column->setSpacing(Metrics::iconGap);
    auto *view = new IconView(icon, Token::AccentText, cardIcon);
    view->setGround(IconView::Ground::Square, Token::Tint, cardIconGround);
    column->addWidget(view, 0, Qt::AlignLeft);
    column->addSpacing(Metrics::popupGap);
    column->addWidget(new TextLabel(title, TextStyle::DialogTitle));
    column->addWidget(paragraph(text));
    column->addSpacing(Metrics::buttonGap);
    return column;
}

IconText *point(const QString &text)
{
    return new IconText(QStringLiteral("check"), Token::Text2, text, TextStyle::Body, Token::Text2);
}

} // namespace

WelcomeWindow::WelcomeWindow(const ConsoleParts &parts, QWidget *parent)
    : QWidget(parent, Qt::Window)
    , m_parts(parts)
    , m_reasonPlace(new QVBoxLayout)
    , m_form(new ServerForm(parts.apis))
{
    setWindowTitle(tr("Welcome"));
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(sideMargin, topMargin, sideMargin, sideMargin);
    column->setSpacing(0);
    column->addWidget(makeHead());
    column->addLayout(m_reasonPlace);
    column->addSpacing(Metrics::groupGap);
    column->addWidget(
        new CardPair(makeLocalCard(), makeServerCard(), Metrics::stackCardsUnder, Metrics::fieldGap), 1);

    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    new ScrollToFocus(scroll, cardMargin);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins({});
    whole->addWidget(scroll);
    setMinimumSize(leastSize);
    resize(naturalSize);
    new FailureReport(parts.clock, parts.vault, parts.keychainLibraryVersion, this);
    m_useLocal->setFocus(Qt::OtherFocusReason);

    connect(m_form, &ServerForm::connectRequested, this, &WelcomeWindow::connectToServer);
    connect(&parts.connection, &CurrentConnection::changed, this, &WelcomeWindow::showReason);
    showReason();
}

QWidget *WelcomeWindow::makeHead()
{
    auto *head = new QWidget;
    auto *column = new QVBoxLayout(head);
    column->setContentsMargins({});
    column->setSpacing(Metrics::popupGap);
    auto *icon = new IconView(QStringLiteral("key-round"), Token::OnAccent, programIcon);
    icon->setGround(IconView::Ground::Square, Token::Accent, programIconGround);
    column->addWidget(icon, 0, Qt::AlignHCenter);
    column->addSpacing(Metrics::buttonGap);
    auto *title = new TextLabel(tr("Welcome"), TextStyle::Welcome);
    title->setAlignment(Qt::AlignCenter);
    column->addWidget(title);
    auto *question =
        new TextLabel(tr("Where are the service accounts that you manage?"), TextStyle::Group, Token::Text2);
    question->setTextStyle(TextStyle::Body);
    question->setAlignment(Qt::AlignCenter);
    column->addWidget(question);
    return head;
}

QWidget *WelcomeWindow::makeLocalCard()
{
    auto *card = new Box(Token::Window, Token::Line);
    QVBoxLayout *column =
        beginCard(card, QStringLiteral("hard-drive"), tr("Local Workspace"),
                  tr("A local Admin API that this program starts and ends. Its accounts stay on this "
                     "computer. It works at once, without an Apono account."));
    column->addWidget(point(tr("No network and no keychain needed")));
    column->addWidget(point(tr("Same screens as with Apono")));
    column->addSpacing(Metrics::buttonGap);
    auto *caption = new TextLabel(tr("Data folder"), TextStyle::Label);
    column->addWidget(caption);
    auto *row = new QHBoxLayout;
    row->setSpacing(Metrics::iconGap);
    row->addWidget(new IconView(QStringLiteral("folder"), Token::Text2));
    auto *folder = new ValueField(tr("Data folder"), withHomeAsTilde(m_parts.dataFolder));
    caption->setBuddy(folder);
    row->addWidget(folder, 1);
    column->addLayout(row);
    column->addStretch();
    m_useLocal = new Button(tr("Use the Local Workspace"), ButtonKind::Primary);
    connect(m_useLocal, &Button::clicked, this, &WelcomeWindow::useLocalWorkspace);
    column->addWidget(m_useLocal);
    return card;
}

QWidget *WelcomeWindow::makeServerCard()
{
    auto *card = new Box(Token::Window, Token::Line);
    QVBoxLayout *column = beginCard(card, QStringLiteral("plug"), tr("Apono"),
                                    tr("Manage the service accounts of your organisation. The token stays "
                                       "in the keychain of this computer."));
    column->addWidget(m_form, 1);
    return card;
}

void WelcomeWindow::useLocalWorkspace()
{
    m_parts.connection.openLocal();
    Q_EMIT chosen();
}

void WelcomeWindow::connectToServer(const ApiTarget &target)
{
    // Where the connections file could not be written, the window stays and says so.
    if (const auto kept = m_parts.connection.connectTo(target, m_form->takeCredential()); !kept) {
        m_form->failed(kept.error());
        return;
    }
    m_form->forgetToken();
    Q_EMIT chosen();
}

void WelcomeWindow::showReason()
{
    const CurrentConnection &connection = m_parts.connection;
    const bool isWanted = connection.state() == CurrentConnection::State::NeedsCredential;
    if (isWanted) {
        const auto &server = connection.connection();
        if (!m_reason) {
            m_reason = new Banner(Banner::Kind::Warn, {}, {});
            connect(m_reason->addButton(tr("Retry"), QStringLiteral("refresh-cw")), &Button::clicked, this,
                    [this] { m_parts.connection.retry(); });
            m_reasonPlace->addWidget(m_reason);
        }
        m_reason->setTexts(tr("The token for %1 could not be read").arg(server->name),
                           connection.error().sentence());
        if (m_askedFor != server->key)
            m_form->askForToken(server->target);
    }
    m_askedFor = isWanted ? connection.connection()->key : QString();
    m_reasonPlace->setContentsMargins(0, isWanted ? Metrics::fieldGap : 0, 0, 0);
    if (m_reason)
        m_reason->setVisible(isWanted);
}

void WelcomeWindow::closeEvent(QCloseEvent *event)
{
    m_form->forgetToken();
    QWidget::closeEvent(event);
}
