#pragma once

#include "ui/consoleparts.h"
#include "ui/widgets/consoledialog.h"

class Button;
class LicenceList;

/// "About": the versions that a report of an error needs, and the licences.
class AboutDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    AboutDialog(const ConsoleParts &parts, QWidget *parent);

private:
    void addFact(const QString &caption, const QString &value);
    void addLicences();
    void showLicences(bool shown);

    Button *m_licencesButton = nullptr;
    /// While it is shown.
    LicenceList *m_licences = nullptr;
};
