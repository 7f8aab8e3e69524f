#pragma once

#include "ui/style/tokens.h"

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

class Button;
class IconView;
class TextLabel;

/// What a page shows instead of rows: disc, icon, title, one sentence, one button; a little above the middle.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    /// @param disc Tint; Fill when it is nothing to act on; WarnTint for "Needs the Admin role"
    EmptyState(const QString &iconName, Token disc, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    void setTexts(const QString &title, const QString &sentence);
    /// Owned by this widget.
    Button *addButton(const QString &text, const QString &iconName, bool primary);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    IconView *m_icon;
    QVBoxLayout *m_buttons;
    TextLabel *m_title;
    TextLabel *m_sentence;
};
