#include "ui/about/aboutdialog.h"

#include "models/ports/tokenvault.h"
#include "ui/about/licencelist.h"
#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/valuefield.h"

#include <QCoreApplication>
#include <QTimer>
#include <QVBoxLayout>

AboutDialog::AboutDialog(const ConsoleParts &parts, QWidget *parent)
    : ConsoleDialog(tr("About"), Metrics::deleteDialogWidth, parent)
{
    body()->setSpacing(Metrics::buttonGap);
    body()->addWidget(new TextLabel(tr("Service Accounts Console"), TextStyle::DialogTitle));
    auto *what =
        new TextLabel(tr("Makes, saves, edits and deletes the tokens of service accounts, on Apono or in a "
                         "local workspace. Not a product of Apono."),
                      TextStyle::Body, Token::Text2);
    what->setWordWrap(true);
    body()->addWidget(what);
    addFact(tr("Version"), QCoreApplication::applicationVersion());
    addFact(tr("Qt"), QString::fromLatin1(qVersion()));
    addFact(tr("QtKeychain"), parts.keychainLibraryVersion);
    const QString keychain = parts.vault.name();
    addFact(tr("Keychain in use"), keychain.isEmpty() ? tr("None was found") : keychain);
    addLicences();

    Button *close = foot()->addButton(tr("Close"), ButtonKind::Primary);
    close->setDefault(true);
    close->setFocus(Qt::OtherFocusReason);
    connect(close, &Button::clicked, this, &QDialog::accept);
}

void AboutDialog::addFact(const QString &caption, const QString &value)
{
    auto *label = new TextLabel(caption, TextStyle::Caption, Token::Text2);
    auto *field = new ValueField(caption, value);
    label->setBuddy(field);
    body()->addSpacing(Metrics::popupGap);
    body()->addWidget(label);
    body()->addWidget(field);
}

void AboutDialog::addLicences()
{
    m_licencesButton = new Button(tr("Licences"), ButtonKind::Quiet);
    connect(m_licencesButton, &Button::clicked, this, [this] { showLicences(!m_licences); });
    body()->addSpacing(Metrics::buttonGap);
    body()->addWidget(m_licencesButton, 0, Qt::AlignLeading);
    showLicences(false);
}

void AboutDialog::showLicences(bool shown)
{
    delete m_licences;
    m_licences = nullptr;
    if (shown) {
        m_licences = new LicenceList;
        body()->addWidget(m_licences);
        QTimer::singleShot(0, m_licences, [this] { bringIntoView(m_licencesButton); });
    }
    m_licencesButton->setFoldIcon(shown);
    m_licencesButton->setAccessibleDescription(shown ? tr("Open") : tr("Closed"));
}
