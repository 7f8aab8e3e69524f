#include "ui/connections/advancedform.h"

#include "ui/connections/fieldrow.h"
#include "ui/widgets/button.h"
#include "ui/widgets/choicemenu.h"
#include "ui/widgets/dropdownbutton.h"

#include <QCheckBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QLineEdit>
#include <QSignalBlocker>
#include <QVBoxLayout>

using Field = ConnectionDraft::Field;

namespace {

constexpr int rowGap = 10;
constexpr int leastChoiceWidth = 140;
/// In a ChoiceMenu, where a policy has nothing.
constexpr int noLimit = 0;

QString daysText(int days)
{
    return days == noLimit ? AdvancedForm::tr("No limit") : AdvancedForm::tr("%n day(s)", nullptr, days);
}

QString dateStyleText(DateStyle style)
{
    return style == DateStyle::Seconds
               ? AdvancedForm::tr("Seconds since 1970 (%1)").arg(1798105320)
               : AdvancedForm::tr("RFC 3339 (%1)").arg(QStringLiteral("2026-12-24T09:42:00Z"));
}

} // namespace

AdvancedForm::AdvancedForm(QWidget *parent)
    : QWidget(parent)
    , m_pathEdit(new QLineEdit)
    , m_proxyEdit(new QLineEdit)
    , m_authoritiesEdit(new QLineEdit)
    , m_path(new FieldRow(tr("Resource path"), m_pathEdit))
    , m_proxy(new FieldRow(tr("Proxy"), m_proxyEdit))
    , m_authorities(new FieldRow(tr("Certificate authority file"), m_authoritiesEdit))
{
    makeDates();
    makePolicy();
    m_proxyEdit->setPlaceholderText(tr("As the system has it"));
    m_authoritiesEdit->setPlaceholderText(tr("As the system has it"));
    auto *browseButton = new Button(tr("Browse…"), ButtonKind::Plain, QStringLiteral("folder-open"));
    m_authorities->addBeside(browseButton);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(rowGap);
    for (FieldRow *row : rows())
        column->addWidget(row);

    connectEdit(m_pathEdit, Field::ResourcePath);
    connectEdit(m_proxyEdit, Field::Proxy);
    connectEdit(m_authoritiesEdit, Field::AuthorityFile);
    connect(browseButton, &Button::clicked, this, &AdvancedForm::browse);
    connect(m_dateStyle, &ChoiceMenu::chosen, this, &AdvancedForm::edited);
    connect(m_longestDays, &ChoiceMenu::chosen, this, &AdvancedForm::edited);
    connect(m_unlimited, &QCheckBox::toggled, this, &AdvancedForm::edited);
}

void AdvancedForm::makeDates()
{
    auto *button = new DropDownButton(tr("Dates are written as"));
    QList<ChoiceMenu::Choice> choices;
    for (const DateStyle style : {DateStyle::Iso8601, DateStyle::Seconds})
        choices.append({static_cast<int>(style), dateStyleText(style)});
    m_dateStyle = new ChoiceMenu(button, choices);
    m_dates = new FieldRow(tr("Dates are written as"), button);
}

void AdvancedForm::makePolicy()
{
    auto *button = new DropDownButton(tr("Longest lifetime"));
    button->setMinimumWidth(leastChoiceWidth);
    QList<ChoiceMenu::Choice> choices;
    for (const int days : {noLimit, 7, 30, 60, 90, 180, 365})
        choices.append({days, daysText(days)});
    m_longestDays = new ChoiceMenu(button, choices);
    m_unlimited = new QCheckBox(tr("Unlimited allowed"));
    m_longest = new FieldRow(tr("Longest lifetime"), button);
    m_longest->addStretch();
    m_longest->addBeside(m_unlimited);
    m_longest->setMessage(FieldMessage::Kind::Hint,
                          tr("This console keeps to it for new accounts. The server is not asked."));
}

void AdvancedForm::connectEdit(QLineEdit *edit, Field field)
{
    connect(edit, &QLineEdit::textChanged, this, &AdvancedForm::edited);
    connect(edit, &QLineEdit::editingFinished, this, [this, field] { Q_EMIT finished(field); });
}

FieldRow *AdvancedForm::row(Field field) const
{
    switch (field) {
    case Field::ResourcePath:
        return m_path;
    case Field::Proxy:
        return m_proxy;
    case Field::AuthorityFile:
        return m_authorities;
    default:
        return nullptr;
    }
}

void AdvancedForm::setValues(Connection::Kind kind, const ConnectionDraft::Values &values)
{
    const QSignalBlocker blocker(this);
    m_pathEdit->setText(values.resourcePath);
    m_proxyEdit->setText(values.proxy);
    m_authoritiesEdit->setText(values.authorityFile);
    m_dateStyle->setValue(static_cast<int>(values.dateStyle), dateStyleText(values.dateStyle));
    const int days = values.policy.longestLifetimeDays.value_or(noLimit);
    m_longestDays->setValue(days, daysText(days));
    m_unlimited->setChecked(values.policy.unlimitedAllowed);
    for (FieldRow *row : {m_path, m_dates, m_proxy, m_authorities})
        row->setVisible(kind == Connection::Kind::Server);
}

void AdvancedForm::write(ConnectionDraft::Values &values) const
{
    values.resourcePath = m_pathEdit->text();
    values.proxy = m_proxyEdit->text();
    values.authorityFile = m_authoritiesEdit->text();
    values.dateStyle = static_cast<DateStyle>(m_dateStyle->value());
    const int days = m_longestDays->value();
    values.policy.longestLifetimeDays = days == noLimit ? std::nullopt : std::optional(days);
    values.policy.unlimitedAllowed = m_unlimited->isChecked();
}

void AdvancedForm::browse()
{
    auto *dialog = new QFileDialog(this, tr("Certificate Authority File"),
                                   QFileInfo(m_authoritiesEdit->text()).absolutePath(),
                                   tr("Certificates (*.pem *.crt *.cer);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) {
        m_authoritiesEdit->setText(path);
        Q_EMIT finished(Field::AuthorityFile);
    });
    dialog->open();
}
