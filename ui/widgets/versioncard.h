#pragma once

#include "models/accounts/accountrole.h"

#include <QList>
#include <QRadioButton>

/// The larger choice card of the comparison: named by what it holds ("Your description"), with a text whose
/// changed words are in 600, or with roles as chips. The accessible description is the whole content.
class VersionCard final : public QRadioButton
{
    Q_OBJECT

public:
    struct Words
    {
        QString text;
        bool changed = false;
    };

    explicit VersionCard(const QString &name, QWidget *parent = nullptr);

    /// The pieces are set one after the other as they are, blanks between them included.
    void setWords(const QList<Words> &words);
    void setRoles(const QList<AccountRole> &roles);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    QList<Words> m_words;
    QList<AccountRole> m_roles;
};
