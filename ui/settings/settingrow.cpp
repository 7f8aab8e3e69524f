#include "ui/settings/settingrow.h"

#include "ui/style/metrics.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/dropdownpainter.h"
#include "ui/widgets/textlabel.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QVBoxLayout>

#include <algorithm>

SettingRow::SettingRow(const SettingInfo &info, QWidget *parent)
    : QWidget(parent)
    , m_info(info)
    , m_value(info.fallback)
    , m_control(new DropDownButton(info.label()))
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
    connect(m_control->choices(), &QMenu::aboutToShow, this, &SettingRow::fillMenu);
    setValue(info.fallback);
}

void SettingRow::setValue(int value)
{
    m_value = value;
    m_control->setValue(m_info.valueText(value));
    // A menu that was never filled has no height to be placed by.
    fillMenu();
}

QList<int> SettingRow::values() const
{
    QList<int> result = m_info.offered;
    if (!result.contains(m_value))
        result.insert(std::lower_bound(result.begin(), result.end(), m_value), m_value);
    return result;
}

int SettingRow::controlWidth() const
{
    int width = 0;
    for (const int value : values())
        width = std::max(width, DropDownPainter::size({}, m_info.valueText(value)).width());
    return width;
}

void SettingRow::setControlWidth(int width)
{
    m_control->setFixedWidth(width);
}

void SettingRow::fillMenu()
{
    QMenu *menu = m_control->choices();
    menu->clear();
    for (const int value : values()) {
        QAction *action = menu->addAction(m_info.valueText(value));
        action->setCheckable(true);
        action->setChecked(value == m_value);
        connect(action, &QAction::triggered, this, [this, value] { Q_EMIT chosen(value); });
    }
}
