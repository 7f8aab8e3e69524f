#pragma once

#include <QRadioButton>

/// A radio button in the form of a card: choice, word, one line. The accessible name is the word, the
/// description the line. Cards in one parent exclude each other, as radio buttons do.
class ChoiceCard final : public QRadioButton
{
    Q_OBJECT

public:
    ChoiceCard(const QString &word, const QString &sentence, QWidget *parent = nullptr);

    /// Told after the line as the accessible description: why the card is disabled, say. Not shown.
    void setRemark(const QString &remark);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool hitButton(const QPoint &position) const override;

private:
    QString m_sentence;
};
