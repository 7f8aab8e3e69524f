#include "ui/connections/choicemenu.h"

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
    if (std::none_of(m_choices.cbegin(), m_choices.cend(), isIt))
        m_choices.append({value, words});
    fill();
}

void ChoiceMenu::fill()
{
    QMenu *menu = m_button->choices();
    menu->clear();
    delete m_group;
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
    // The menu is not filled anew: this is called by one of its actions.
    m_value = choice.value;
    m_button->setValue(choice.words);
    Q_EMIT chosen(choice.value);
}
