#pragma once

#include "ui/consoleparts.h"
#include "ui/widgets/consoledialog.h"

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// "About": the versions that a report of an error needs, and the licences.
class AboutDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    AboutDialog(const ConsoleParts &parts, QWidget *parent);

private:
    void addFact(const QString &caption, const QString &value);
};
