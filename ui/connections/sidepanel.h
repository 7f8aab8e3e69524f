#pragma once

#include <QWidget>

class CurrentConnection;
class DropDownButton;
class SideRow;
class TextLabel;

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// The side of the main window: the drop-down "Connection" with what can be opened, and at its foot what
/// opens windows.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    /// @p connection must outlive it.
    explicit SidePanel(CurrentConnection &connection, QWidget *parent = nullptr);

    /// Icons alone, for a narrow window.
    void setCompact(bool compact);

Q_SIGNALS:
    void welcomeRequested();
    void connectionsRequested();
    void settingsRequested();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showConnection();
    void fillMenu();

    CurrentConnection &m_connection;
    QVBoxLayout *m_column;
    TextLabel *m_caption;
    DropDownButton *m_switcher;
    SideRow *m_connections;
    SideRow *m_settings;
};
