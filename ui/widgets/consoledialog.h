#pragma once

#include <QDialog>
#include <QList>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QVBoxLayout;
QT_END_NAMESPACE

class Banner;
class DialogFoot;
struct Error;

/// The frame of every dialog: a body that scrolls where it does not fit, and a foot that stays. Open it with
/// open(), never exec(); it is window-modal. It opens at its natural width and as high as its body needs
/// there, grows and shrinks with the body until somebody sizes it by hand, and can be made 640 by 400.
class ConsoleDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param naturalWidth in logical pixels, of Metrics
    ConsoleDialog(const QString &title, int naturalWidth, QWidget *parent);

    /// A column with the margins of a dialog. Add field gaps by its spacing (16) or addSpacing().
    QVBoxLayout *body() const { return m_body; }
    DialogFoot *foot() const { return m_foot; }

    /// For a dialog whose content becomes another one: it takes this width unless it was sized by hand.
    void setNaturalWidth(int width);

    /// Scrolls the body until @p widget can be seen.
    void bringIntoView(QWidget *widget);

    /// The console signs in with a token that can be replaced: where it is refused, that is offered.
    void setTokenReplaceable(bool replaceable) { m_isTokenReplaceable = replaceable; }
    /// The token was replaced as asked: takes up what was refused.
    virtual void goOn() {}

Q_SIGNALS:
    void anotherTokenRequested();

protected:
    /// For the first field that needs a change: brings it into view and gives it the focus. Nothing for
    /// nullptr.
    void focusField(QWidget *field);
    /// In @p banner, where another token helps against @p error.
    void offerAnotherToken(Banner *banner, const Error &error);

    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fit();
    void refreshScrollBar();
    int naturalHeight(int width) const;

    int m_naturalWidth;
    QScrollArea *m_scroll;
    QWidget *m_content;
    QVBoxLayout *m_body;
    DialogFoot *m_foot;
    /// Every size that was asked for so far: none of them is a person's.
    QList<QSize> m_fitted;
    bool m_isTokenReplaceable = false;
    bool m_fitting = false;
    bool m_sizedByHand = false;
};
