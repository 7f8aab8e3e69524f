#pragma once

#include <QList>
#include <QObject>
#include <QString>

class DropDownButton;

QT_BEGIN_NAMESPACE
class QActionGroup;
QT_END_NAMESPACE

/// The choices of a drop-down: words for numbers.
class ChoiceMenu final : public QObject
{
    Q_OBJECT

public:
    struct Choice
    {
        int value;
        QString words;
    };

    /// Owned by @p button.
    ChoiceMenu(DropDownButton *button, QList<Choice> choices);

    int value() const { return m_value; }
    /// Does not emit chosen(). One that is not among the choices is shown with @p words, and offered before
    /// the next higher one.
    void setValue(int value, const QString &words);

Q_SIGNALS:
    void chosen(int value);

private:
    void fill();
    void choose(const Choice &choice);

    DropDownButton *m_button;
    const QList<Choice> m_offered;
    QList<Choice> m_choices;
    QActionGroup *m_group = nullptr;
    int m_value = 0;
};
