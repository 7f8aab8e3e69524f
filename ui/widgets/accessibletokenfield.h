#pragma once

#include <QAccessibleTextInterface>
#include <QAccessibleWidget>

/// Tells of the token field as a read-only text named "Token". Its text is empty while the token is masked,
/// as that of a password field; nothing of it can be selected.
class AccessibleTokenField final : public QAccessibleWidget, public QAccessibleTextInterface
{
public:
    explicit AccessibleTokenField(QWidget *field);

    /// Once for the program; more often does nothing.
    static void install();

    QString text(QAccessible::Text kind) const override;
    QAccessible::State state() const override;
    void *interface_cast(QAccessible::InterfaceType type) override;

    QString text(int startOffset, int endOffset) const override;
    int characterCount() const override;
    int selectionCount() const override { return 0; }
    void selection(int selectionIndex, int *startOffset, int *endOffset) const override;
    void addSelection(int, int) override {}
    void removeSelection(int) override {}
    void setSelection(int, int, int) override {}
    int cursorPosition() const override { return 0; }
    void setCursorPosition(int) override {}
    QRect characterRect(int) const override { return rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override {}
    QString attributes(int offset, int *startOffset, int *endOffset) const override;

private:
    QString readable() const;
};
