#include "ui/dialogs/versionchoice.h"

#include "models/editing/textdifference.h"
#include "ui/style/metrics.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/versioncard.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace {

constexpr int labelWidth = 84;
constexpr int labelTop = 12;
constexpr int cardGap = 12;

QList<VersionCard::Words> words(const QList<TextDifference::Piece> &pieces, const QString &whenEmpty)
{
    QList<VersionCard::Words> result;
    for (const TextDifference::Piece &piece : pieces)
        result.append({piece.text, piece.changed});
    if (result.isEmpty())
        result.append({whenEmpty, false});
    return result;
}

} // namespace

bool VersionChoice::Row::isChosen() const
{
    return !differs() || mine->isChecked() || theirs->isChecked();
}

bool VersionChoice::Row::isTheirs() const
{
    return !differs() || theirs->isChecked();
}

VersionChoice::VersionChoice(const AccountChanges &mine, const ServiceAccount &theirs, QWidget *parent)
    : QWidget(parent)
    , m_mine(mine)
    , m_theirs(theirs)
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(Metrics::buttonGap);
    if (mine.description().text() != theirs.description) {
        m_description = addRow(column, tr("Description"), tr("Your description"), tr("Their description"));
        const auto difference = TextDifference::between(mine.description().text(), theirs.description);
        m_description.mine->setWords(words(difference.mine, tr("No description")));
        m_description.theirs->setWords(words(difference.theirs, tr("No description")));
    }
    if (!sameRoles(mine.roles(), theirs.roles)) {
        m_roles = addRow(column, tr("Role"), tr("Your roles"), tr("Their roles"));
        m_roles.mine->setRoles(mine.roles());
        m_roles.theirs->setRoles(theirs.roles);
    }
}

VersionChoice::Row VersionChoice::addRow(QVBoxLayout *column, const QString &label, const QString &mine,
                                         const QString &theirs)
{
    Row row{new VersionCard(mine), new VersionCard(theirs)};
    auto *group = new QButtonGroup(this);
    group->addButton(row.mine);
    group->addButton(row.theirs);
    connect(group, &QButtonGroup::buttonToggled, this, &VersionChoice::changed);

    auto *caption = new TextLabel(label, TextStyle::Label);
    caption->setMinimumWidth(labelWidth);
    caption->setContentsMargins(0, labelTop, 0, 0);
    auto *line = new QHBoxLayout;
    line->setSpacing(cardGap);
    line->addWidget(caption, 0, Qt::AlignTop);
    line->addWidget(new CardPair(row.mine, row.theirs,
                                 Metrics::stackCardsUnder - labelWidth - cardGap - 2 * Metrics::dialogMargin,
                                 cardGap),
                    1);
    column->addLayout(line);
    return row;
}

int VersionChoice::fields() const
{
    return (m_description.differs() ? 1 : 0) + (m_roles.differs() ? 1 : 0);
}

int VersionChoice::chosen() const
{
    return (m_description.differs() && m_description.isChosen() ? 1 : 0) +
           (m_roles.differs() && m_roles.isChosen() ? 1 : 0);
}

bool VersionChoice::isAllTheirs() const
{
    return m_description.isTheirs() && m_roles.isTheirs();
}

std::optional<AccountChanges> VersionChoice::changes() const
{
    if (chosen() < fields())
        return std::nullopt;
    const std::optional<AccountDescription> description =
        m_description.isTheirs() ? AccountDescription::fromText(m_theirs.description)
                                 : std::optional(m_mine.description());
    if (!description)
        return std::nullopt;
    return AccountChanges::of(*description, m_roles.isTheirs() ? m_theirs.roles : m_mine.roles());
}

QWidget *VersionChoice::firstCard() const
{
    return m_description.differs() ? m_description.mine : m_roles.mine;
}

void VersionChoice::placeInTabOrder(QWidget *previous, QWidget *next) const
{
    QWidget *last = previous;
    for (const Row &row : {m_description, m_roles}) {
        for (QWidget *card : {row.mine, row.theirs}) {
            if (!card)
                continue;
            QWidget::setTabOrder(last, card);
            last = card;
        }
    }
    QWidget::setTabOrder(last, next);
}
