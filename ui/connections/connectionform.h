#pragma once

#include "models/connections/drafttest.h"
#include "ui/consoleparts.h"

#include <QWidget>

class AdvancedForm;
class Button;
class CopyDetailsButton;
class ConnectionsEdit;
class CredentialField;
class Divider;
class FieldMessage;
class FieldRow;
class TextLabel;
class ValueField;

QT_BEGIN_NAMESPACE
class QLineEdit;
class QVBoxLayout;
QT_END_NAMESPACE

/// The form of one connection: what is typed goes into its draft at once, so that another one can be shown
/// without losing anything.
class ConnectionForm final : public QWidget
{
    Q_OBJECT

public:
    /// @p edit must outlive it and have a row.
    ConnectionForm(const ConsoleParts &parts, ConnectionsEdit &edit, QWidget *parent = nullptr);

    void showRow(int row);
    int row() const { return m_row; }
    /// Says what the draft says of its fields.
    void showNotes();

    /// Opens "Advanced" where the field is in there.
    QWidget *showField(ConnectionDraft::Field field);

Q_SIGNALS:
    /// How a test of this row went; nothing for "it works".
    void tested(int row, const std::optional<Error> &failure);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(QVBoxLayout *column);
    void connectParts();
    void typed();
    void finished(ConnectionDraft::Field field);
    FieldRow *rowOf(ConnectionDraft::Field field) const;
    QList<FieldRow *> allRows() const;
    QString whereTheTokenIs() const;
    /// Lets a token be typed where one is needed.
    FieldNote tokenNote(const FieldNote &note);
    void setAdvancedOpen(bool open);
    void arrange();
    void startTest();
    bool canTest();
    void endTest(const std::optional<Error> &failure, const QString &sentence);

    const ConsoleParts m_parts;
    ConnectionsEdit &m_edit;
    int m_row = -1;
    DraftTest m_test;
    TextLabel *m_title;
    QLineEdit *m_nameEdit;
    QLineEdit *m_addressEdit;
    CredentialField *m_credential;
    ValueField *m_folder;
    Button *m_testButton;
    CopyDetailsButton *m_details;
    FieldMessage *m_result;
    FieldRow *m_name;
    FieldRow *m_address;
    FieldRow *m_token;
    FieldRow *m_testRow;
    FieldRow *m_detailsRow;
    FieldRow *m_folderRow;
    Divider *m_divider;
    Button *m_advancedButton;
    AdvancedForm *m_advanced;
    bool m_isShowing = false;
};
