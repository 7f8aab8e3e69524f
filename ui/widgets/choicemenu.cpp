#include "ui/widgets/choicemenu.h"

#include "ui/widgets/dropdownbutton.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>
#include <utility>

ChoiceMenu::ChoiceMenu(DropDownButton *button, QList<Choice> choices)
    : QObject(button)
    , m_button(button)
    , m_offered(std::move(choices))
    , m_choices(m_offered)
{
    fill();
}

void ChoiceMenu::setValue(int value, const QString &words)
{
    m_value = value;
    m_choices = m_offered;
    const auto isIt = [value](const Choice &choice) { return choice.value == value; };
    if (std::none_of(m_choices.cbegin(), m_choices.cend(), isIt)) {
        const auto next = std::find_if(m_choices.cbegin(), m_choices.cend(),
                                       [value](const Choice &choice) { return choice.value > value; });
        m_choices.insert(next - m_choices.cbegin(), {value, words});
    }
    fill();
}

void ChoiceMenu::fill()
{
    QMenu *menu = m_button->choices();
    // One of these actions may be calling: whoever hears of a choice may set the value.
    for (QAction *action : menu->actions()) {
        menu->removeAction(action);
        action->deleteLater();
    }
    if (m_group)
        m_group->deleteLater();
    m_group = new QActionGroup(this);
    for (const Choice &choice : std::as_const(m_choices)) {
        QAction *action = menu->addAction(choice.words);
        action->setCheckable(true);
        action->setChecked(choice.value == m_value);
        m_group->addAction(action);
        if (choice.value == m_value)
            m_button->setValue(choice.words);
        connect(action, &QAction::triggered, this, [this, choice] { choose(choice); });
    }
}

void ChoiceMenu::choose(const Choice &choice)
{
    m_value = choice.value;
    m_button->setValue(choice.words);
    Q_EMIT chosen(choice.value);
}
