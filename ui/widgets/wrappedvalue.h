#pragma once

#include <QTextEdit>

/// A value of several lines that is shown and not edited: as high as its text, which breaks anywhere if it
/// has to. Can be selected and copied, and is read by a screen reader as a read-only text named by its
/// caption. Never for a token.
class WrappedValue final : public QTextEdit
{
    Q_OBJECT

public:
    /// @param name the accessible name: the visible caption
    explicit WrappedValue(const QString &name, QWidget *parent = nullptr);

    void setText(const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void refreshColors();
    void alignByLayout();
};
