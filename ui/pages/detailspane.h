#pragma once

#include <QScrollArea>

class AccountTableModel;
class ElapsedBar;
class ElidedLabel;
class Fact;
class IconText;
class IconView;
class RolesWithSentences;
class TextLabel;
class ValueField;
class WrappedValue;

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

struct ServiceAccount;

/// All of one account, beside the table: each value under its caption. Scrolls by itself, and stays where it
/// is when the account changes.
class DetailsPane final : public QScrollArea
{
    Q_OBJECT

public:
    /// Empty until build(). @p model must outlive it.
    explicit DetailsPane(const AccountTableModel &model, QWidget *parent = nullptr);

    /// Makes what is in it, once: not before the rows of the table can be seen.
    void build();

    /// Empty for none.
    void setAccount(const QString &id);
    /// Looks at the account again, and at the clock.
    void refresh();

    void setWishedWidth(int width) { m_wishedWidth = width; }
    QSize sizeHint() const override;

Q_SIGNALS:
    void editRequested(const QString &accountId);
    void closeRequested();

private:
    QWidget *makeHead();
    QWidget *makeFacts();
    Fact *addFact(QVBoxLayout *column, const QString &caption, QWidget *value);
    ValueField *addValue(QVBoxLayout *column, const QString &caption);
    void showAccount(const ServiceAccount &account);
    void showExpiration(const ServiceAccount &account);
    void showKeychain(const ServiceAccount &account);

    const AccountTableModel &m_model;
    QString m_id;
    int m_wishedWidth;

    ElidedLabel *m_name = nullptr;
    TextLabel *m_nothing = nullptr;
    QWidget *m_facts = nullptr;
    IconText *m_status = nullptr;
    WrappedValue *m_description = nullptr;
    RolesWithSentences *m_roles = nullptr;
    ValueField *m_expiration = nullptr;
    ElapsedBar *m_gone = nullptr;
    ValueField *m_lastUsed = nullptr;
    ValueField *m_created = nullptr;
    ValueField *m_keychain = nullptr;
    IconView *m_savedIcon = nullptr;
    ValueField *m_token = nullptr;
    ValueField *m_accountId = nullptr;
};
