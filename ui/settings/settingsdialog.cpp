#include "ui/settings/settingsdialog.h"

#include "models/ports/settings.h"
#include "ui/settings/settingrow.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/divider.h"
#include "ui/widgets/textlabel.h"

#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace {

constexpr std::array groups{SettingInfo::Group::Appearance, SettingInfo::Group::Secrets,
                            SettingInfo::Group::Notices};
constexpr int leastControlWidth = 150;

} // namespace

SettingsDialog::SettingsDialog(Settings &settings, QWidget *parent)
    : ConsoleDialog(tr("Settings"), Metrics::formDialogWidth, parent)
    , m_settings(settings)
{
    setAttribute(Qt::WA_DeleteOnClose);
    for (const SettingInfo::Group group : groups)
        addGroup(group);
    alignControls();
    Button *done = foot()->addButton(tr("Done"), ButtonKind::Primary);
    done->setDefault(true);
    connect(done, &Button::clicked, this, &QDialog::accept);
    connect(&m_settings, &Settings::changed, this, [this](Setting setting) {
        for (SettingRow *row : std::as_const(m_rows)) {
            if (row->setting() == setting)
                row->setValue(m_settings.value(setting));
        }
    });
}

void SettingsDialog::addGroup(SettingInfo::Group group)
{
    if (!m_rows.isEmpty())
        body()->addWidget(new Divider);
    body()->addWidget(new TextLabel(settingGroupText(group), TextStyle::Group));
    for (const SettingInfo &info : settingTable()) {
        if (info.group != group)
            continue;
        auto *row = new SettingRow(info);
        row->setValue(m_settings.value(info.setting));
        connect(row, &SettingRow::chosen, this,
                [this, setting = info.setting](int value) { choose(setting, value); });
        body()->addWidget(row);
        m_rows.append(row);
    }
}

void SettingsDialog::alignControls()
{
    int width = leastControlWidth;
    for (const SettingRow *row : std::as_const(m_rows))
        width = std::max(width, row->controlWidth());
    for (SettingRow *row : std::as_const(m_rows))
        row->setControlWidth(width);
}

void SettingsDialog::choose(Setting setting, int value)
{
    const Result<Done> kept = m_settings.set(setting, value);
    if (kept) {
        foot()->clearMessage();
        return;
    }
    foot()->setMessage(FieldMessage::Kind::Bad,
                       tr("This holds until you quit, but it was not kept. %1").arg(kept.error().sentence()));
}
