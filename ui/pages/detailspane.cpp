#include "ui/pages/detailspane.h"

#include "models/accounts/accounttext.h"
#include "models/list/accounttablemodel.h"
#include "ui/pages/roleswithsentences.h"
#include "ui/pages/statuslook.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/elapsedbar.h"
#include "ui/widgets/elidedlabel.h"
#include "ui/widgets/fact.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/iconview.h"
#include "ui/widgets/valuefield.h"
#include "ui/widgets/wrappedvalue.h"

#include <QLocale>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr int leastWidth = 220;
constexpr int factGap = 12;
constexpr int headGap = 12;

} // namespace

DetailsPane::DetailsPane(const AccountTableModel &model, QWidget *parent)
    : QScrollArea(parent)
    , m_model(model)
    , m_wishedWidth(Metrics::detailsWidth)
{
    setFrameShape(NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    setMinimumWidth(leastWidth);
    connect(&model, &QAbstractItemModel::dataChanged, this,
            [this](const QModelIndex &first, const QModelIndex &last) {
                const int row = m_model.rowOf(m_id);
                if (row >= first.row() && row <= last.row())
                    refresh();
            });
}

QSize DetailsPane::sizeHint() const
{
    return {std::max(leastWidth, m_wishedWidth), QScrollArea::sizeHint().height()};
}

void DetailsPane::build()
{
    if (m_name)
        return;
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(Metrics::pageMargin, headGap, Metrics::pageMargin, Metrics::pageMargin);
    column->setSpacing(headGap);
    column->addWidget(makeHead());
    m_nothing =
        new TextLabel(tr("Choose a service account to see its details here."), TextStyle::Body, Token::Text2);
    m_nothing->setWordWrap(true);
    column->addWidget(m_nothing);
    m_facts = makeFacts();
    column->addWidget(m_facts);
    column->addStretch();
    setWidget(content);
    refresh();
}

QWidget *DetailsPane::makeHead()
{
    auto *head = new QWidget;
    auto *row = new QHBoxLayout(head);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    m_name = new ElidedLabel({}, TextStyle::DialogTitle);
    Button *close = Button::iconOnly(QStringLiteral("x"), tr("Close Details"));
    connect(close, &Button::clicked, this, &DetailsPane::closeRequested);
    row->addWidget(m_name, 1);
    row->addWidget(close);
    return head;
}

QWidget *DetailsPane::makeFacts()
{
    auto *facts = new QWidget;
    auto *column = new QVBoxLayout(facts);
    column->setContentsMargins({});
    column->setSpacing(factGap);
    m_status = new IconText;
    column->addWidget(m_status);
    auto *edit = new Button(tr("Edit"), ButtonKind::Plain, QStringLiteral("pencil"));
    connect(edit, &Button::clicked, this, [this] { Q_EMIT editRequested(m_id); });
    column->addWidget(edit, 0, Qt::AlignLeft);
    column->addWidget(new Divider);

    m_description = new WrappedValue(tr("Description"));
    addFact(column, tr("Description"), m_description);
    m_roles = new RolesWithSentences;
    addFact(column, tr("Roles"), m_roles);
    m_expiration = new ValueField(tr("Expiration"));
    m_gone = new ElapsedBar;
    addFact(column, tr("Expiration"), m_expiration)->addBelow(m_gone);
    m_lastUsed = addValue(column, tr("Last used"));
    m_created = addValue(column, tr("Created"));
    m_keychain = new ValueField(tr("Keychain"));
    m_savedIcon = new IconView(QStringLiteral("key-square"), Token::Text2);
    addFact(column, tr("Keychain"), m_keychain)->putBeforeValue(m_savedIcon);
    m_token = addValue(column, tr("Token"));
    m_accountId = addValue(column, tr("ID"));
    return facts;
}

Fact *DetailsPane::addFact(QVBoxLayout *column, const QString &caption, QWidget *value)
{
    auto *fact = new Fact(caption, value);
    column->addWidget(fact);
    return fact;
}

ValueField *DetailsPane::addValue(QVBoxLayout *column, const QString &caption)
{
    auto *value = new ValueField(caption);
    addFact(column, caption, value);
    return value;
}

void DetailsPane::setAccount(const QString &id)
{
    if (id == m_id)
        return;
    m_id = id;
    verticalScrollBar()->setValue(0);
    refresh();
}

void DetailsPane::refresh()
{
    if (!m_name)
        return;
    const ServiceAccount *account = m_model.accountById(m_id);
    m_nothing->setVisible(!account);
    m_facts->setVisible(account != nullptr);
    m_name->setText(account ? account->name : QString());
    if (account)
        showAccount(*account);
}

void DetailsPane::showAccount(const ServiceAccount &account)
{
    const QDateTime now = m_model.serverNow();
    const Status status = statusAt(account.expiryDate, now, m_model.soon());
    const StatusLook look = statusLook(status);
    m_status->setLook(look.icon, look.iconInk, TextStyle::Label, look.iconInk);
    m_status->setText(statusText(status));
    const bool hasDescription = !account.description.isEmpty();
    m_description->setText(hasDescription ? account.description : tr("No description"));
    m_roles->setRoles(account.roles);
    showExpiration(account);
    m_lastUsed->setText(lastUsedText(account, now));
    m_created->setText(createdText(account));
    showKeychain(account);
    m_token->parentWidget()->setVisible(!account.maskedToken.isEmpty());
    m_token->setText(account.maskedToken);
    m_accountId->setText(account.id);
    for (ValueField *value : {m_expiration, m_lastUsed, m_created, m_keychain, m_token, m_accountId})
        value->setCursorPosition(0);
}

void DetailsPane::showExpiration(const ServiceAccount &account)
{
    const QDateTime now = m_model.serverNow();
    m_expiration->setText(expirationText(account, now));
    const std::optional<double> gone = timeGone(account, now);
    m_gone->setVisible(gone.has_value());
    m_gone->setGone(gone.value_or(0));
    const QString words =
        gone ? tr("%1 % of its time has gone.").arg(QLocale().toString(qRound(*gone * 100))) : QString();
    m_expiration->setAccessibleDescription(words);
    m_gone->setToolTip(words);
}

void DetailsPane::showKeychain(const ServiceAccount &account)
{
    const int row = m_model.rowOf(account.id);
    const bool isSaved = row >= 0 && m_model.isSaved(row);
    m_savedIcon->setVisible(isSaved);
    m_keychain->setText(isSaved ? tr("Saved on this computer") : tr("Not saved on this computer"));
}
