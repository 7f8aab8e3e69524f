#pragma once

#include "models/connections/connectiondraft.h"

#include <QWidget>

class ChoiceMenu;
class FieldRow;

QT_BEGIN_NAMESPACE
class QCheckBox;
class QLineEdit;
QT_END_NAMESPACE

/// "Advanced" of a connection: how its API differs, how it is reached, and the policy. Of the local workspace
/// only the policy.
class AdvancedForm final : public QWidget
{
    Q_OBJECT

public:
    explicit AdvancedForm(QWidget *parent = nullptr);

    void setValues(Connection::Kind kind, const ConnectionDraft::Values &values);
    /// Puts what is typed into @p values.
    void write(ConnectionDraft::Values &values) const;

    /// nullptr for a field that is not in here.
    FieldRow *row(ConnectionDraft::Field field) const;
    QList<FieldRow *> rows() const { return {m_path, m_dates, m_proxy, m_authorities, m_longest}; }

Q_SIGNALS:
    void edited();
    /// The text of this field is complete, as far as one can tell.
    void finished(ConnectionDraft::Field field);

private:
    void makeDates();
    void makePolicy();
    void browse();
    void connectEdit(QLineEdit *edit, ConnectionDraft::Field field);

    QLineEdit *m_pathEdit;
    QLineEdit *m_proxyEdit;
    QLineEdit *m_authoritiesEdit;
    FieldRow *m_path;
    FieldRow *m_proxy;
    FieldRow *m_authorities;
    FieldRow *m_dates = nullptr;
    FieldRow *m_longest = nullptr;
    ChoiceMenu *m_dateStyle = nullptr;
    ChoiceMenu *m_longestDays = nullptr;
    QCheckBox *m_unlimited = nullptr;
};
