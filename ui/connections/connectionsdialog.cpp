#include "ui/connections/connectionsdialog.h"

#include "models/connections/currentconnection.h"
#include "models/creation/tokencreations.h"
#include "ui/connections/connectionform.h"
#include "ui/connections/connectionlistmodel.h"
#include "ui/connections/connectionspanel.h"
#include "ui/connections/connectionstransfer.h"
#include "ui/style/metrics.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/dialogfoot.h"
#include "ui/widgets/questiondialog.h"
#include "ui/widgets/scrolltofocus.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QResizeEvent>
#include <QScreen>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>

namespace {

constexpr QSize naturalSize(820, 640);
constexpr QSize leastSize(600, 320);
constexpr int panelWidth = 225;
constexpr int narrowPanelWidth = 190;
/// Under this width the list is narrower.
constexpr int wideEnough = 720;
/// Left free on the screen for the window's frame and the desktop's bars.
constexpr int screenReserve = 60;

} // namespace

ConnectionsDialog::ConnectionsDialog(const ConsoleParts &parts, QWidget *parent)
    : QDialog(parent)
    , m_parts(parts)
    , m_edit(parts.connection)
    , m_model(new ConnectionListModel(m_edit, parts.connection, parts.list, this))
    , m_panel(new ConnectionsPanel(*m_model))
    , m_form(new ConnectionForm(parts, m_edit))
    , m_scroll(new QScrollArea)
    , m_transfer(new ConnectionsTransfer(parts.connection, this))
    , m_foot(new DialogFoot)
{
    setWindowTitle(tr("Connections"));
    setWindowModality(Qt::WindowModal);
    setAttribute(Qt::WA_DeleteOnClose);
    build();
    setMinimumSize(leastSize);
    const QSize room = screen()->availableGeometry().size() - QSize(screenReserve, screenReserve);
    resize(naturalSize.boundedTo(room).expandedTo(leastSize));

    connect(m_panel, &ConnectionsPanel::rowChosen, this, &ConnectionsDialog::showRow);
    connect(m_panel, &ConnectionsPanel::addRequested, this, &ConnectionsDialog::add);
    connect(m_panel, &ConnectionsPanel::removeRequested, this, &ConnectionsDialog::askToRemove);
    connect(m_panel, &ConnectionsPanel::importRequested, m_transfer, &ConnectionsTransfer::askForImport);
    connect(m_panel, &ConnectionsPanel::exportRequested, m_transfer, &ConnectionsTransfer::askForExport);
    connect(m_transfer, &ConnectionsTransfer::imported, this, [this] {
        const int row = m_form->row();
        m_edit.follow();
        showRow(row);
    });
    connect(m_transfer, &ConnectionsTransfer::reported, this, &ConnectionsDialog::report);
    connect(m_form, &ConnectionForm::tested, m_model, &ConnectionListModel::setTested);
    connect(&m_edit, &ConnectionsEdit::rowChanged, this, &ConnectionsDialog::showUnsaved);
    connect(&m_edit, &ConnectionsEdit::rowsChanged, this, &ConnectionsDialog::showUnsaved);
    connect(&parts.connection, &CurrentConnection::removed, this,
            [this](const Connection &connection, const std::optional<Error> &problem) {
                if (problem)
                    report(tr("The token of %1 may still be in the keychain").arg(connection.name),
                           problem->sentence(), false);
            });
    const auto &open = parts.connection.connection();
    showRow(open ? std::max(0, m_edit.rowOf(open->key)) : 0);
    m_panel->focusList();
}

ConnectionsDialog::~ConnectionsDialog()
{
    // A field that loses the focus speaks to its draft, which goes before the fields do.
    hide();
}

void ConnectionsDialog::build()
{
    auto *body = new QWidget;
    auto *bodyColumn = new QVBoxLayout(body);
    bodyColumn->setContentsMargins(Metrics::dialogMargin, Metrics::dialogMargin - Metrics::popupGap,
                                   Metrics::dialogMargin, Metrics::dialogMargin);
    bodyColumn->setSpacing(Metrics::fieldGap);
    bodyColumn->addWidget(m_form, 1);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(body);
    new ScrollToFocus(m_scroll, Metrics::dialogMargin);

    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(m_panel);
    row->addWidget(m_scroll, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->setSpacing(0);
    column->addLayout(row, 1);
    column->addWidget(m_foot);

    connect(m_foot->addButton(tr("Cancel"), ButtonKind::Plain), &Button::clicked, this,
            &ConnectionsDialog::reject);
    Button *saveButton = m_foot->addButton(tr("Save"), ButtonKind::Primary);
    saveButton->setDefault(true);
    connect(saveButton, &Button::clicked, this, &ConnectionsDialog::save);
}

void ConnectionsDialog::resizeEvent(QResizeEvent *event)
{
    QDialog::resizeEvent(event);
    const int wanted = event->size().width() < wideEnough ? narrowPanelWidth : panelWidth;
    m_panel->setFixedWidth(std::max(wanted, m_panel->leastWidth()));
}

void ConnectionsDialog::showRow(int row)
{
    m_panel->setCurrentRow(row);
    m_form->showRow(row);
    m_scroll->ensureVisible(0, 0);
}

void ConnectionsDialog::showUnsaved()
{
    const QStringList names = m_edit.unsaved();
    if (names.isEmpty())
        m_foot->clearMessage();
    else if (names.size() == 1)
        m_foot->setMessage(FieldMessage::Kind::Hint, tr("Unsaved changes in %1").arg(names.constFirst()));
    else
        m_foot->setMessage(FieldMessage::Kind::Hint, tr("Unsaved changes in %n connection(s)", nullptr,
                                                        static_cast<int>(names.size())));
}

void ConnectionsDialog::add()
{
    showRow(m_edit.add());
    // As the Tab key comes: the offered name is selected, and typing replaces it.
    m_form->showField(ConnectionDraft::Field::Name)->setFocus(Qt::TabFocusReason);
}

QString ConnectionsDialog::whyNotRemovable(int row) const
{
    if (const QString reason = m_edit.whyNotRemovable(row); !reason.isEmpty())
        return reason;
    const Connection &connection = m_edit.draft(row).kept();
    const QList<JournalEntry> unseen = m_parts.creations.unseenOn(connection.key);
    const auto awake = std::find_if(unseen.cbegin(), unseen.cend(), [this](const JournalEntry &entry) {
        return m_parts.creations.isAwake(entry);
    });
    if (awake == unseen.cend())
        return {};
    return tr("The creation of %1 on %2 has not ended. Open that connection and see it through, then it can "
              "be removed.")
        .arg(awake->request.name.text(), connection.name);
}

QString ConnectionsDialog::whatRemovingMeans(int row) const
{
    QString sentences =
        tr("Its token is removed from the keychain. Tokens that were saved for its service accounts stay "
           "there, because scripts may read them. The service accounts themselves are not touched.");
    QStringList cutShort;
    for (const JournalEntry &entry : m_parts.creations.unseenOn(m_edit.draft(row).kept().key))
        cutShort.append(entry.request.name.text());
    if (!cutShort.isEmpty())
        sentences +=
            u' ' +
            tr("The creation of %1 was cut short there, and without this connection it cannot be found "
               "out what became of it.")
                .arg(QLocale().createSeparatedList(cutShort));
    return sentences;
}

void ConnectionsDialog::askToRemove()
{
    const int row = m_form->row();
    if (const QString reason = whyNotRemovable(row); !reason.isEmpty()) {
        m_foot->setMessage(FieldMessage::Kind::Bad, reason);
        return;
    }
    if (m_edit.draft(row).isNew()) {
        remove(row);
        return;
    }
    m_question =
        new QuestionDialog({tr("Remove Connection"), tr("Remove %1?").arg(m_edit.draft(row).kept().name),
                            whatRemovingMeans(row), tr("Remove Connection"), tr("Keep Connection")},
                           this);
    connect(m_question, &QDialog::accepted, this, [this, row] { remove(row); });
    m_question->open();
}

void ConnectionsDialog::remove(int row)
{
    if (const auto removed = m_edit.remove(row); !removed) {
        m_foot->setError(removed.error());
        return;
    }
    showRow(std::min(row, m_edit.count() - 1));
    m_panel->focusList();
}

void ConnectionsDialog::save()
{
    if (const auto place = m_edit.check()) {
        showRow(place->row);
        QWidget *field = m_form->showField(place->field);
        field->setFocus(Qt::OtherFocusReason);
        m_scroll->ensureWidgetVisible(field, Metrics::dialogMargin, Metrics::dialogMargin);
        return;
    }
    const bool wasChanged = m_edit.isChanged();
    if (const auto saved = m_edit.save(); !saved) {
        showRow(m_form->row());
        m_foot->setError(saved.error());
        return;
    }
    if (wasChanged)
        Q_EMIT message(tr("The connections were saved."));
    accept();
}

void ConnectionsDialog::reject()
{
    if (m_question && m_question->isVisible())
        return;
    if (!m_edit.isChanged()) {
        QDialog::reject();
        return;
    }
    m_question =
        new QuestionDialog({tr("Changes Not Saved"), tr("Discard your changes?"),
                            tr("Not saved: %1.").arg(QLocale().createSeparatedList(m_edit.unsaved())),
                            tr("Discard"), tr("Continue Editing")},
                           this);
    connect(m_question, &QDialog::accepted, this, [this] { QDialog::reject(); });
    m_question->open();
}

void ConnectionsDialog::report(const QString &title, const QString &sentence, bool isGood)
{
    if (!m_report) {
        m_report = new Banner(Banner::Kind::Info, {}, {});
        connect(m_report->addButton(tr("Dismiss")), &Button::clicked, m_report, &QWidget::hide);
        static_cast<QVBoxLayout *>(m_scroll->widget()->layout())->insertWidget(0, m_report);
    }
    m_report->setKind(isGood ? Banner::Kind::Info : Banner::Kind::Warn);
    m_report->setTexts(title, sentence);
    m_report->show();
    m_scroll->ensureVisible(0, 0);
}
