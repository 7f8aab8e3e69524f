#pragma once

#include "models/errors/error.h"
#include "ui/widgets/box.h"

QT_BEGIN_NAMESPACE
class QBoxLayout;
class QHBoxLayout;
QT_END_NAMESPACE

class Button;
class CopyDetailsButton;
class IconView;
class TextLabel;

/// Says what happened and what to do: icon, title, one sentence, at most two buttons at the end, of a failure
/// also "Copy Details" and, where the token is refused, "Use Another Token…".
class Banner : public Box
{
    Q_OBJECT

public:
    enum class Kind { Info, Ok, Warn, Bad };

    Banner(Kind kind, const QString &title, const QString &sentence, QWidget *parent = nullptr);

    void setKind(Kind kind);
    void setTexts(const QString &title, const QString &sentence);
    /// Instead of the kind's own icon: "users" where somebody else did it.
    void setIconName(const QString &name);
    /// Shows "Copy Details" before the other buttons.
    /// @param iconOnly where two other buttons leave no room for its text
    void offerDetails(const Error &error, bool iconOnly = false);
    void withdrawDetails();
    /// Shows or hides "Use Another Token…" behind the other buttons.
    void offerAnotherToken(bool offered);
    /// Owned by the banner.
    Button *addButton(const QString &text, const QString &iconName = {}, bool quiet = false);

Q_SIGNALS:
    void anotherTokenRequested();

protected:
    /// A screen reader is told what appears, and what it becomes while it is shown.
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    Kind m_kind;
    QString m_iconName;
    IconView *m_icon;
    TextLabel *m_title;
    TextLabel *m_sentence;
    CopyDetailsButton *m_details;
    Button *m_anotherToken = nullptr;
    QHBoxLayout *m_buttons;
    QBoxLayout *m_column;

    void refreshIcon();
    void announce();
};
