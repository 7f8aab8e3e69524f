#pragma once

#include <QLineEdit>

/// A value that is shown and not edited: flat on its ground, can be selected and copied, and is read by a
/// screen reader as a read-only text named by its caption. Never for a token.
class ValueField final : public QLineEdit
{
    Q_OBJECT

public:
    /// @param name the accessible name: the visible caption
    explicit ValueField(const QString &name, const QString &value = {}, QWidget *parent = nullptr);

    /// As wide as its text.
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void alignByLayout();
};
