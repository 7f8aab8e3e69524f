#include "ui/connections/sidepanel.h"

#include "models/connections/currentconnection.h"
#include "ui/connections/connectionicon.h"
#include "ui/style/icons.h"
#include "ui/style/literaltext.h"
#include "ui/style/metrics.h"
#include "ui/style/tokens.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/siderow.h"
#include "ui/widgets/textlabel.h"

#include <QMenu>
#include <QPainter>
#include <QStyle>
#include <QVBoxLayout>

namespace {

constexpr int compactWidth = 72;
constexpr int captionIndent = 10;
constexpr int compactMargin = 8;

} // namespace

SidePanel::SidePanel(CurrentConnection &connection, QWidget *parent)
    : QWidget(parent)
    , m_connection(connection)
    , m_column(new QVBoxLayout(this))
    , m_caption(new TextLabel(tr("Connection"), TextStyle::Caption, Token::Text2))
    , m_switcher(new DropDownButton(tr("Connection")))
    , m_connections(new SideRow(QStringLiteral("plug"), tr("Connections…")))
    , m_settings(new SideRow(QStringLiteral("settings"), tr("Settings")))
{
    m_caption->setBuddy(m_switcher);
    m_caption->setContentsMargins(captionIndent, 0, 0, 0);
    m_column->setSpacing(Metrics::popupGap);
    m_column->addWidget(m_caption);
    m_column->addWidget(m_switcher);
    m_column->addStretch();
    m_column->addWidget(m_connections);
    m_column->addWidget(m_settings);
    setCompact(false);
    connect(m_switcher->choices(), &QMenu::aboutToShow, this, &SidePanel::fillMenu);
    connect(m_connections, &SideRow::clicked, this, &SidePanel::connectionsRequested);
    connect(m_settings, &SideRow::clicked, this, &SidePanel::settingsRequested);
    connect(&m_connection, &CurrentConnection::changed, this, &SidePanel::showConnection);
    showConnection();
    // A menu that was never filled has no height to be placed by.
    fillMenu();
}

void SidePanel::setCompact(bool compact)
{
    const int side = compact ? compactMargin : Metrics::sideMargin;
    m_column->setContentsMargins(side, Metrics::sideMargin + 1, side + 1, Metrics::sideMargin);
    m_caption->setVisible(!compact);
    m_connections->setCompact(compact);
    m_settings->setCompact(compact);
    setFixedWidth(compact ? compactWidth : Metrics::sideWidth);
}

void SidePanel::showConnection()
{
    const auto &connection = m_connection.connection();
    m_switcher->setIconName(connectionIconName(connection ? connection->kind : Connection::Kind::Local));
    m_switcher->setValue(connection ? connection->name : tr("Not chosen"));
    // Later: this may be called by one of the menu's actions, which filling deletes.
    QMetaObject::invokeMethod(this, &SidePanel::fillMenu, Qt::QueuedConnection);
}

void SidePanel::fillMenu()
{
    QMenu *menu = m_switcher->choices();
    menu->clear();
    const auto &current = m_connection.connection();
    for (const Connection &connection : m_connection.known()) {
        QAction *action = menu->addAction(Icons::icon(connectionIconName(connection.kind)),
                                          escapedMnemonic(connection.name));
        action->setCheckable(true);
        action->setChecked(current && *current == connection);
        connect(action, &QAction::triggered, this, [this, key = connection.key] { m_connection.open(key); });
    }
    menu->addSeparator();
    connect(menu->addAction(Icons::icon(QStringLiteral("plug")), tr("Connections…")), &QAction::triggered,
            this, &SidePanel::connectionsRequested);
    connect(menu->addAction(tr("Welcome…")), &QAction::triggered, this, &SidePanel::welcomeRequested);
}

void SidePanel::paintEvent(QPaintEvent * /*event*/)
{
    QPainter painter(this);
    painter.fillRect(rect(), color(Token::Side, palette()));
    const QRect edge = QStyle::visualRect(layoutDirection(), rect(), QRect(width() - 1, 0, 1, height()));
    painter.fillRect(edge, color(Token::Line, palette()));
}
