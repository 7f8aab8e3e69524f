#pragma once

#include "models/secrets/secrettext.h"

#include <QTimer>
#include <QWidget>

#include <chrono>

class Button;

QT_BEGIN_NAMESPACE
class QAction;
QT_END_NAMESPACE

/// The new token. It paints the text itself and lets nobody select it, because a selection fills X11's
/// PRIMARY (a read-only line edit does that on a double click). Masked it is 36 bullets, whatever the length.
/// A screen reader sees a read-only text named "Token", whose value can be read only while it is shown. It
/// masks itself when it is hidden, when its window or one under that is minimised, and after a time without
/// input. "Copy" is a key and a context menu; it cannot be dragged away.
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
    /// setShown(false) is also what a locked screen calls for.
    void setShown(bool shown);

    /// Without any input for so long it is masked again; at first 5 minutes.
    void setHideAfter(std::chrono::milliseconds idle) { m_idle.setInterval(idle); }

    /// For the accessibility interface only: the text while it is shown, else nothing.
    QString readableText() const;

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void shownChanged(bool shown);
    /// By the keys for "Copy" or from the context menu.
    void copyRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void refreshButton();
    bool isOverMinimized(const QObject *changed) const;

    SecretText m_token;
    bool m_shown = false;
    Button *m_toggle;
    QAction *m_copy;
    QTimer m_idle;
};
