#pragma once

#include "ui/consoleparts.h"

#include <QWidget>

class Banner;
class Button;
class ServerForm;
struct ApiTarget;

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// "Welcome": the two ways to begin. It comes again when a connection's token cannot be read, and says why.
class WelcomeWindow final : public QWidget
{
    Q_OBJECT

public:
    explicit WelcomeWindow(const ConsoleParts &parts, QWidget *parent = nullptr);

Q_SIGNALS:
    /// A way was chosen: the connection is being opened.
    void chosen();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    QWidget *makeHead();
    QWidget *makeLocalCard();
    QWidget *makeServerCard();
    void useLocalWorkspace();
    void connectToServer(const ApiTarget &target);
    void showReason();

    const ConsoleParts m_parts;
    QVBoxLayout *m_reasonPlace;
    ServerForm *m_form;
    Button *m_useLocal = nullptr;
    Banner *m_reason = nullptr;
    /// Of the connection whose token the form asks for: what is typed meanwhile stays.
    QString m_askedFor;
};
