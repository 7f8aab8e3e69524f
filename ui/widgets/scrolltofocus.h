#pragma once

#include <QObject>

QT_BEGIN_NAMESPACE
class QScrollArea;
class QWidget;
QT_END_NAMESPACE

/// Scrolls an area so that the control in it that gets the focus by the keyboard or by the program can be
/// seen. QScrollArea itself does it only while Tab stays inside of it, so not on the way back from a foot.
class ScrollToFocus final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to @p area. @p margin in logical pixels is shown round the control, for its label and message.
    ScrollToFocus(QScrollArea *area, int margin);

private:
    void follow(QWidget *focused);

    QScrollArea *m_area;
    int m_margin;
};
