#include "ui/many/exportdialog.h"

#include "models/export/accountexport.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/cardpair.h"
#include "ui/widgets/choicecard.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/progressreport.h"
#include "ui/widgets/textlabel.h"

#include <QDir>
#include <QFileDialog>
#include <QLocale>
#include <QRegularExpression>
#include <QSaveFile>
#include <QStandardPaths>
#include <QVBoxLayout>

using State = AccountExport::State;

ExportDialog::ExportDialog(QList<ServiceAccount> accounts, Extent extent, QString connectionName,
                           QDateTime now, std::chrono::hours soon, QWidget *parent)
    : ConsoleDialog(tr("Export"), Metrics::formDialogWidth, parent)
    , m_accounts(std::move(accounts))
    , m_connectionName(std::move(connectionName))
    , m_now(std::move(now))
    , m_soon(soon)
    , m_banner(new Banner(Banner::Kind::Bad, {}, {}))
    , m_form(new QWidget)
    , m_csv(new ChoiceCard(tr("CSV"), tr("For spreadsheets")))
    , m_json(new ChoiceCard(tr("JSON"), tr("For programs")))
    , m_progress(new ProgressReport)
{
    setAttribute(Qt::WA_DeleteOnClose);
    auto *title = new TextLabel(heading(extent), TextStyle::DialogTitle);
    title->setWordWrap(true);
    auto *form = new QVBoxLayout(m_form);
    form->setContentsMargins({});
    form->setSpacing(Metrics::fieldGap);
    form->addWidget(new CardPair(m_csv, m_json, 0));
    form->addWidget(new IconText(
        QStringLiteral("info"), Token::Text2,
        tr("All fields but the token, and no part of it. In CSV, a text that a spreadsheet would compute, "
           "such as one that begins with “=”, gets an apostrophe in front."),
        TextStyle::Caption, Token::Text2));
    body()->addWidget(m_banner);
    body()->addWidget(title);
    body()->addWidget(m_form);
    body()->addWidget(m_progress);
    m_banner->hide();

    m_cancel = foot()->addButton(tr("Cancel"), ButtonKind::Plain);
    m_choose = foot()->addButton(tr("Choose File…"), ButtonKind::Primary);
    m_choose->setDefault(true);
    connect(m_cancel, &Button::clicked, this, &ExportDialog::reject);
    connect(m_choose, &Button::clicked, this, &ExportDialog::chooseFile);
    m_csv->setChecked(true);
    m_csv->setFocus();
    showForm(false);
}

QString ExportDialog::heading(Extent extent) const
{
    const auto count = static_cast<int>(m_accounts.size());
    return extent == Extent::Selected ? tr("Export %n selected service account(s)", nullptr, count)
                                      : tr("Export %n shown service account(s)", nullptr, count);
}

ExportFormat ExportDialog::format() const
{
    return m_json->isChecked() ? ExportFormat::Json : ExportFormat::Csv;
}

QString ExportDialog::suggestedName() const
{
    // A connection may have any name; a file may not.
    static const QRegularExpression other(QStringLiteral("[^\\p{L}\\p{N}.]+"));
    QString connection = m_connectionName;
    connection.replace(other, QStringLiteral("-"));
    return QStringLiteral("service-accounts-%1-%2.%3")
        .arg(connection, m_now.toLocalTime().date().toString(Qt::ISODate), fileExtension(format()));
}

void ExportDialog::chooseFile()
{
    auto *files = new QFileDialog(this, tr("Export"));
    files->setAttribute(Qt::WA_DeleteOnClose);
    files->setAcceptMode(QFileDialog::AcceptSave);
    files->setDefaultSuffix(fileExtension(format()));
    files->setNameFilter(format() == ExportFormat::Csv ? tr("Comma-separated values (*.csv)")
                                                       : tr("JSON (*.json)"));
    const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    files->setDirectory(QDir(documents).exists() ? documents : QDir::homePath());
    files->selectFile(suggestedName());
    connect(files, &QFileDialog::fileSelected, this, &ExportDialog::exportTo);
    files->open();
}

void ExportDialog::exportTo(const QString &path)
{
    delete m_export;
    m_export = new AccountExport(m_accounts, AccountWriter::of(format(), m_now, m_soon),
                                 std::make_unique<QSaveFile>(path), this);
    connect(m_export, &AccountExport::stateChanged, this, &ExportDialog::follow);
    connect(m_export, &AccountExport::progressed, this, &ExportDialog::showProgress);
    m_export->start();
}

void ExportDialog::follow()
{
    showForm(m_export->state() == State::Writing);
    switch (m_export->state()) {
    case State::Ready:
        break;
    case State::Writing:
        m_banner->hide();
        showProgress();
        m_cancel->setFocus();
        break;
    case State::Done:
        accept();
        Q_EMIT exported(tr("%n service account(s) exported to %1.", nullptr, m_export->total())
                            .arg(QDir::toNativeSeparators(m_export->fileName())));
        break;
    case State::Failed:
        m_banner->setTexts(tr("Nothing was exported"), m_export->error().sentence());
        m_banner->offerDetails(m_export->error());
        m_banner->show();
        bringIntoView(m_banner);
        m_choose->setFocus();
        break;
    case State::Cancelled:
        m_choose->setFocus();
        break;
    }
}

void ExportDialog::showProgress()
{
    m_progress->setProgress(tr("Exporting, %1 of %n service account(s) written", nullptr, m_export->total())
                                .arg(QLocale().toString(m_export->written())),
                            m_export->written(), m_export->total());
}

void ExportDialog::showForm(bool isWriting)
{
    m_form->setVisible(!isWriting);
    m_choose->setVisible(!isWriting);
    m_progress->setVisible(isWriting);
}

void ExportDialog::reject()
{
    if (m_export && m_export->state() == State::Writing)
        m_export->cancel();
    else
        ConsoleDialog::reject();
}
