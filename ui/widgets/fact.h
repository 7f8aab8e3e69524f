#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QBoxLayout;
QT_END_NAMESPACE

/// A caption over its value. The caption is the value's buddy.
class Fact final : public QWidget
{
    Q_OBJECT

public:
    /// @param value becomes this widget's child
    Fact(const QString &caption, QWidget *value, QWidget *parent = nullptr);

    /// On the value's line, at its leading edge: an icon.
    void putBeforeValue(QWidget *widget);
    /// Under the value.
    void addBelow(QWidget *widget);

private:
    QBoxLayout *m_column;
    QBoxLayout *m_line;
};
