#pragma once

#include "models/connections/connectionsedit.h"
#include "ui/consoleparts.h"

#include <QDialog>
#include <QPointer>

class Banner;
class ConnectionForm;
class ConnectionListModel;
class ConnectionsPanel;
class ConnectionsTransfer;
class DialogFoot;

QT_BEGIN_NAMESPACE
class QScrollArea;
QT_END_NAMESPACE

/// "Connections": the list at the left, the form of the chosen one at the right. What is typed stays in its
/// draft when another one is chosen; all of it is saved together. The form scrolls where it does not fit,
/// list and foot stay.
class ConnectionsDialog final : public QDialog
{
    Q_OBJECT

public:
    ConnectionsDialog(const ConsoleParts &parts, QWidget *parent);
    ~ConnectionsDialog() override;

    void reject() override;

Q_SIGNALS:
    /// For the status bar.
    void message(const QString &sentence);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void showRow(int row);
    void add();
    void askToRemove();
    /// Why the connection of @p row cannot be removed now; empty when it can.
    QString whyNotRemovable(int row) const;
    /// What is lost with it.
    QString whatRemovingMeans(int row) const;
    void remove(int row);
    void save();
    void showUnsaved();
    void report(const QString &title, const QString &sentence, bool isGood);

    const ConsoleParts m_parts;
    ConnectionsEdit m_edit;
    ConnectionListModel *m_model;
    ConnectionsPanel *m_panel;
    ConnectionForm *m_form;
    QScrollArea *m_scroll;
    ConnectionsTransfer *m_transfer;
    DialogFoot *m_foot;
    /// What an import brought; made when it is first wanted.
    Banner *m_report = nullptr;
    QPointer<QDialog> m_question;
};
