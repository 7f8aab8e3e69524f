#include "ui/connections/connectionform.h"

#include "models/accounts/timetext.h"
#include "models/connections/connectionsedit.h"
#include "models/connections/currentconnection.h"
#include "ui/connections/advancedform.h"
#include "ui/connections/credentialfield.h"
#include "ui/connections/fieldrow.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/copydetailsbutton.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/fieldnotes.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokenedit.h"
#include "ui/widgets/valuefield.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using Field = ConnectionDraft::Field;

namespace {

constexpr int rowGap = 10;
/// Under this width labels stand above their fields.
constexpr int wideEnough = 520;

bool isUsual(const ConnectionDraft::Values &values)
{
    ConnectionDraft::Values usual = values;
    usual.resourcePath = ApiTarget::defaultResourcePath();
    usual.dateStyle = DateStyle::Iso8601;
    usual.proxy.clear();
    usual.authorityFile.clear();
    usual.policy = {};
    return usual == values;
}

} // namespace

ConnectionForm::ConnectionForm(const ConsoleParts &parts, ConnectionsEdit &edit, QWidget *parent)
    : QWidget(parent)
    , m_parts(parts)
    , m_edit(edit)
    , m_test(parts.connection, parts.apis)
    , m_title(new TextLabel({}, TextStyle::DialogTitle))
    , m_nameEdit(new QLineEdit)
    , m_addressEdit(new QLineEdit)
    , m_credential(new CredentialField)
    , m_folder(new ValueField(tr("Data folder")))
    , m_testButton(new Button(tr("Test Connection"), ButtonKind::Plain, QStringLiteral("plug")))
    , m_details(new CopyDetailsButton)
    , m_result(new FieldMessage)
    , m_name(new FieldRow(tr("Name"), m_nameEdit))
    , m_address(new FieldRow(tr("Address"), m_addressEdit))
    , m_token(new FieldRow(tr("Token"), m_credential))
    , m_testRow(new FieldRow({}, m_testButton))
    , m_detailsRow(new FieldRow({}, m_details))
    , m_folderRow(new FieldRow(tr("Data folder"), m_folder))
    , m_divider(new Divider)
    , m_advancedButton(new Button(tr("Advanced"), ButtonKind::Quiet))
    , m_advanced(new AdvancedForm)
{
    m_title->setWordWrap(true);
    m_token->setMarked(m_credential->edit());
    m_testRow->addStretch(m_result);
    m_detailsRow->addStretch();
    m_detailsRow->hide();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(rowGap);
    build(column);
    connectParts();
}

void ConnectionForm::build(QVBoxLayout *column)
{
    column->addWidget(m_title);
    for (FieldRow *row : {m_name, m_address, m_token, m_testRow, m_detailsRow, m_folderRow})
        column->addWidget(row);
    column->addSpacing(Metrics::popupGap);
    column->addWidget(m_divider);
    column->addWidget(m_advancedButton, 0, Qt::AlignLeft);
    column->addWidget(m_advanced);
    column->addStretch(1);
}

void ConnectionForm::connectParts()
{
    connect(m_nameEdit, &QLineEdit::textChanged, this, &ConnectionForm::typed);
    connect(m_addressEdit, &QLineEdit::textChanged, this, &ConnectionForm::typed);
    connect(m_credential, &CredentialField::edited, this, &ConnectionForm::typed);
    connect(m_credential, &CredentialField::replaceRequested, this, [this] {
        m_edit.draft(m_row).setCredential({});
        m_edit.touch(m_row);
        showNotes();
    });
    connect(m_advanced, &AdvancedForm::edited, this, &ConnectionForm::typed);
    connect(m_nameEdit, &QLineEdit::editingFinished, this, [this] { finished(Field::Name); });
    connect(m_addressEdit, &QLineEdit::editingFinished, this, [this] {
        finished(Field::Address);
        finished(Field::Token);
    });
    connect(m_advanced, &AdvancedForm::finished, this, &ConnectionForm::finished);
    connect(m_testButton, &Button::clicked, this, &ConnectionForm::startTest);
    connect(m_advancedButton, &Button::clicked, this, [this] { setAdvancedOpen(m_advanced->isHidden()); });
    connect(&m_test, &DraftTest::succeeded, this,
            [this](const QString &sentence) { endTest(std::nullopt, sentence); });
    connect(&m_test, &DraftTest::failed, this, [this](const Error &error) { endTest(error, {}); });
}

QString ConnectionForm::whereTheTokenIs() const
{
    const ConnectionDraft &draft = m_edit.draft(m_row);
    if (!draft.credential().isEmpty())
        return tr("A new one, not saved yet");
    if (draft.isNew())
        return {};
    if (m_parts.connection.keptInMemoryOnly(draft.kept().key))
        return tr("Kept in memory for this run");
    if (!draft.kept().credentialSaved.isValid())
        return {};
    return tr("In the keychain, saved %1").arg(shortDate(draft.kept().credentialSaved));
}

void ConnectionForm::showRow(int row)
{
    m_test.cancel();
    m_isShowing = true;
    m_row = row;
    const ConnectionDraft &draft = m_edit.draft(row);
    const bool isServer = draft.kind() == Connection::Kind::Server;
    m_nameEdit->setText(draft.values().name);
    m_addressEdit->setText(draft.values().address);
    m_folder->setText(m_parts.dataFolder);
    m_folder->setCursorPosition(0);
    m_credential->say(whereTheTokenIs());
    m_advanced->setValues(draft.kind(), draft.values());
    m_result->clear();
    m_detailsRow->hide();
    m_testButton->setEnabled(true);
    for (FieldRow *server : {m_name, m_address, m_token, m_testRow})
        server->setVisible(isServer);
    m_folderRow->setVisible(!isServer);
    m_divider->setVisible(isServer);
    m_advancedButton->setVisible(isServer);
    setAdvancedOpen(!isServer || !isUsual(draft.values()));
    m_isShowing = false;
    showNotes();
    arrange();
}

void ConnectionForm::typed()
{
    if (m_isShowing)
        return;
    ConnectionDraft &draft = m_edit.draft(m_row);
    draft.values().name = m_nameEdit->text();
    draft.values().address = m_addressEdit->text();
    if (m_credential->isTyping())
        draft.setCredential(m_credential->secret());
    m_advanced->write(draft.values());
    m_test.cancel();
    m_testButton->setEnabled(true);
    m_result->clear();
    m_detailsRow->hide();
    m_edit.touch(m_row);
    showNotes();
}

void ConnectionForm::finished(Field field)
{
    if (m_isShowing || m_row < 0)
        return;
    // A field that one only walked through says nothing new.
    if (m_edit.draft(m_row).isChanged())
        m_edit.draft(m_row).check(field);
    m_edit.touch(m_row);
    showNotes();
}

FieldRow *ConnectionForm::rowOf(Field field) const
{
    switch (field) {
    case Field::Name:
        return m_name;
    case Field::Address:
        return m_address;
    case Field::Token:
        return m_token;
    default:
        return m_advanced->row(field);
    }
}

void ConnectionForm::showNotes()
{
    m_title->setText(m_edit.draft(m_row).values().name.simplified());
    for (const Field field : ConnectionDraft::fields()) {
        FieldNote note = m_edit.note(m_row, field);
        if (field == Field::Token)
            note = tokenNote(note);
        rowOf(field)->setMessage(messageKind(note.tone), note.text);
    }
}

FieldNote ConnectionForm::tokenNote(const FieldNote &note)
{
    if (note.isBad() && !m_credential->isTyping())
        m_credential->say({});
    const ConnectionDraft &draft = m_edit.draft(m_row);
    if (note == FieldNote() && m_credential->isTyping() && !draft.isNew() && draft.credential().isEmpty())
        return FieldNote::hint(tr("As long as it is empty, the token stays as it is."));
    return note;
}

QWidget *ConnectionForm::showField(Field field)
{
    if (m_advanced->row(field))
        setAdvancedOpen(true);
    return rowOf(field)->field();
}

void ConnectionForm::setAdvancedOpen(bool open)
{
    m_advanced->setVisible(open);
    m_advancedButton->setFoldIcon(open);
    m_advancedButton->setAccessibleDescription(open ? tr("Open") : tr("Closed"));
}

QList<FieldRow *> ConnectionForm::allRows() const
{
    return QList<FieldRow *>{m_name, m_address, m_token, m_testRow, m_detailsRow, m_folderRow} +
           m_advanced->rows();
}

void ConnectionForm::arrange()
{
    int labels = 0;
    for (const FieldRow *row : allRows())
        labels = std::max(labels, row->labelWidth());
    for (FieldRow *row : allRows())
        row->arrange(width() < wideEnough, labels);
}

void ConnectionForm::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ConnectionForm::canTest()
{
    ConnectionDraft &draft = m_edit.draft(m_row);
    QWidget *first = nullptr;
    for (const Field field : ConnectionDraft::fields()) {
        if (field == Field::Name)
            continue;
        draft.check(field);
        if (!first && m_edit.note(m_row, field).isBad())
            first = showField(field);
    }
    m_edit.touch(m_row);
    showNotes();
    if (!first && draft.isNew() && draft.credential().isEmpty()) {
        m_token->setMessage(FieldMessage::Kind::Bad, tr("A token is needed: enter one with the role Admin."));
        first = m_credential;
    }
    if (first)
        first->setFocus(Qt::OtherFocusReason);
    return !first;
}

void ConnectionForm::startTest()
{
    if (!canTest())
        return;
    m_testButton->setEnabled(false);
    m_result->say(FieldMessage::Kind::Hint, tr("Testing the connection…"));
    m_detailsRow->hide();
    m_test.run(m_edit.draft(m_row));
}

void ConnectionForm::endTest(const std::optional<Error> &failure, const QString &sentence)
{
    m_testButton->setEnabled(true);
    m_result->clear();
    if (!failure) {
        m_result->say(FieldMessage::Kind::Ok, sentence);
    } else if (const auto field = fieldToCorrect(*failure)) {
        showField(*field);
        rowOf(*field)->setMessage(FieldMessage::Kind::Bad, failure->sentence());
    } else {
        m_result->say(FieldMessage::Kind::Bad, failure->sentence());
    }
    m_detailsRow->setVisible(failure.has_value());
    if (failure)
        m_details->offer(*failure);
    Q_EMIT tested(m_row, failure);
}
