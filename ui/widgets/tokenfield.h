#pragma once

#include "models/secrets/secrettext.h"

#include <QWidget>

class Button;

/// The new token. It paints the text itself and lets nobody select it, because a selection fills X11's
/// PRIMARY (a read-only line edit does that on a double click). Masked it is 36 bullets, whatever the length.
/// A screen reader sees a read-only text named "Token", whose value can be read only while it is shown.
class TokenField final : public QWidget
{
    Q_OBJECT

public:
    explicit TokenField(QWidget *parent = nullptr);
    ~TokenField() override;

    /// The field keeps it, and masks it. An empty one wipes the field.
    void setToken(SecretText token);
    bool hasToken() const { return !m_token.isEmpty(); }

    bool isShown() const { return m_shown; }
    /// Also to be called when the screen locks, after idle time and on minimising: setShown(false).
    void setShown(bool shown);

    /// For the accessibility interface only: the text while it is shown, else nothing.
    QString readableText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownChanged(bool shown);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    QRect textRect() const;

    SecretText m_token;
    bool m_shown = false;
    Button *m_toggle;
};
