#pragma once

#include "models/settings/setting.h"

#include <QWidget>

class ChoiceMenu;
class DropDownButton;

/// One setting: its label, what it means, and the drop-down that is named by the label.
class SettingRow final : public QWidget
{
    Q_OBJECT

public:
    explicit SettingRow(const SettingInfo &info, QWidget *parent = nullptr);

    Setting setting() const { return m_info.setting; }
    /// Does not emit chosen(). A value that is not among those offered is offered as well.
    void setValue(int value);

    /// What the widest of its values needs.
    int controlWidth() const;
    void setControlWidth(int width);

Q_SIGNALS:
    void chosen(int value);

private:
    const SettingInfo &m_info;
    DropDownButton *m_control;
    ChoiceMenu *m_choices;
};
