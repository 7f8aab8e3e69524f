#include "ui/settings/settingrow.h"

#include "ui/style/metrics.h"
#include "ui/widgets/choicemenu.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/dropdownpainter.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

#include <algorithm>

namespace {

QList<ChoiceMenu::Choice> choicesOf(const SettingInfo &info)
{
    QList<ChoiceMenu::Choice> choices;
    for (const int value : info.offered)
        choices.append({value, info.valueText(value)});
    return choices;
}

} // namespace

SettingRow::SettingRow(const SettingInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_control(new DropDownButton(info.label()))
    , m_choices(new ChoiceMenu(m_control, choicesOf(info)))
{
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    auto *label = new TextLabel(info.label(), TextStyle::Label);
    label->setWordWrap(true);
    label->setBuddy(m_control);
    words->addWidget(label);
    if (const QString explanation = info.explanation(); !explanation.isEmpty()) {
        auto *text = new TextLabel(explanation, TextStyle::Caption, Token::Text2);
        text->setWordWrap(true);
        words->addWidget(text);
    }
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Metrics::groupGap);
    row->addLayout(words, 1);
    row->setAlignment(words, Qt::AlignVCenter);
    row->addWidget(m_control, 0, Qt::AlignVCenter);
    connect(m_choices, &ChoiceMenu::chosen, this, &SettingRow::chosen);
    setValue(info.fallback);
}

void SettingRow::setValue(int value)
{
    m_choices->setValue(value, m_info.valueText(value));
}

int SettingRow::controlWidth() const
{
    int width = 0;
    for (const int value : m_info.offered + QList<int>{m_choices->value()})
        width = std::max(width, DropDownPainter::size({}, m_info.valueText(value)).width());
    return width;
}

void SettingRow::setControlWidth(int width)
{
    m_control->setFixedWidth(width);
}
