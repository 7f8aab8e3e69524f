#include "tests/ui/fit/cutoffs.h"

#include "ui/widgets/elidedlabel.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QTest>

#include <cstdio>

namespace {

bool isTranslated(const QString &text)
{
    return text.contains(QStringLiteral("~]"));
}

QString lineOf(const QWidget *widget, const QString &text, const QString &what)
{
    return QStringLiteral("%1 \"%2\" in \"%3\": %4")
        .arg(QString::fromLatin1(widget->metaObject()->className()), text, widget->window()->windowTitle(),
             what);
}

QString missing(int has, int needs, const QString &what)
{
    return QStringLiteral("%1 px %2, needs %3").arg(has).arg(what).arg(needs);
}

/// Inside a view that scrolls a widget may lie wherever it likes.
bool isScrolled(const QWidget *widget)
{
    const QWidget *parent = widget->parentWidget();
    const auto *area = parent ? qobject_cast<const QScrollArea *>(parent->parentWidget()) : nullptr;
    return area && area->widget() == widget;
}

QString textOf(const QWidget *widget)
{
    if (const auto *label = qobject_cast<const QLabel *>(widget))
        return label->text();
    if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
        return button->text();
    if (const auto *field = qobject_cast<const QLineEdit *>(widget))
        return field->placeholderText();
    return {};
}

void checkLabel(const QLabel *label, QStringList *found)
{
    // That one shortens its text on purpose, and tells all of it as its tool tip.
    if (qobject_cast<const ElidedLabel *>(label))
        return;
    const int width = label->contentsRect().width();
    if (label->wordWrap()) {
        const int needs = label->heightForWidth(label->width());
        if (needs > label->height())
            found->append(
                lineOf(label, label->text(), missing(label->height(), needs, QStringLiteral("high"))));
        for (const QString &word : label->text().split(u' ')) {
            const int needed = label->fontMetrics().horizontalAdvance(word);
            if (needed > width)
                found->append(lineOf(label, word, missing(width, needed, QStringLiteral("wide"))));
        }
        return;
    }
    int needs = 0;
    for (const QString &line : label->text().split(u'\n'))
        needs = std::max(needs, label->fontMetrics().horizontalAdvance(line));
    if (needs > width)
        found->append(lineOf(label, label->text(), missing(width, needs, QStringLiteral("wide"))));
}

void checkButton(const QAbstractButton *button, QStringList *found)
{
    // A card wraps its words; everything else stands on one line.
    const bool wraps = button->hasHeightForWidth();
    const int width = wraps ? button->minimumSizeHint().width() : button->sizeHint().width();
    const int height = wraps ? button->heightForWidth(button->width()) : button->fontMetrics().height();
    if (button->width() < width)
        found->append(
            lineOf(button, button->text(), missing(button->width(), width, QStringLiteral("wide"))));
    else if (button->height() < height)
        found->append(
            lineOf(button, button->text(), missing(button->height(), height, QStringLiteral("high"))));
}

void checkField(const QLineEdit *field, QStringList *found)
{
    const int needs = field->fontMetrics().horizontalAdvance(field->placeholderText());
    const int has =
        field->contentsRect().width() - field->textMargins().left() - field->textMargins().right();
    if (field->text().isEmpty() && needs > has)
        found->append(lineOf(field, field->placeholderText(), missing(has, needs, QStringLiteral("wide"))));
}

void checkHeader(const QHeaderView *header, QStringList *found)
{
    for (int section = 0; section < header->count(); ++section) {
        const QString title = header->model()->headerData(section, Qt::Horizontal).toString();
        const int needs = header->fontMetrics().horizontalAdvance(title);
        if (!header->isSectionHidden(section) && isTranslated(title) && needs > header->sectionSize(section))
            found->append(
                lineOf(header, title, missing(header->sectionSize(section), needs, QStringLiteral("wide"))));
    }
}

/// What a parent shows of its child; a child of a scrolled content is only looked for up to that content.
void checkPlace(const QWidget *widget, const QString &text, QStringList *found)
{
    QRect place = widget->rect();
    for (const QWidget *at = widget; at->parentWidget() && !at->isWindow() && !isScrolled(at);
         at = at->parentWidget()) {
        place.translate(at->pos());
        if (!at->parentWidget()->rect().contains(place)) {
            found->append(lineOf(widget, text,
                                 QStringLiteral("lies outside ") +
                                     QString::fromLatin1(at->parentWidget()->metaObject()->className())));
            return;
        }
    }
}

} // namespace

QStringList cutOffs(const QWidget *window)
{
    QStringList found;
    for (const QWidget *widget : window->findChildren<QWidget *>()) {
        if (!widget->isVisibleTo(window) || !widget->isVisible())
            continue;
        if (const auto *header = qobject_cast<const QHeaderView *>(widget))
            checkHeader(header, &found);
        const QString text = textOf(widget);
        if (!isTranslated(text))
            continue;
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            checkLabel(label, &found);
        else if (const auto *button = qobject_cast<const QAbstractButton *>(widget))
            checkButton(button, &found);
        else if (const auto *field = qobject_cast<const QLineEdit *>(widget))
            checkField(field, &found);
        checkPlace(widget, text, &found);
    }
    found.removeDuplicates();
    return found;
}

int nameCutOffs(const QWidget *window, const QString &state)
{
    const QStringList found = cutOffs(window);
    for (const QString &line : found)
        std::printf("%s, %d x %d: %s\n", qPrintable(state), window->width(), window->height(),
                    qPrintable(line));
    return static_cast<int>(found.size());
}

int nameCutOffsAtBothSizes(QWidget *window, const QString &state)
{
    constexpr QSize least(640, 400);
    // New rows are shown, and the window fitted to them, only as the event loop comes round.
    QTest::qWait(200);
    int found = nameCutOffs(window, state);
    window->resize(least);
    QTest::qWait(200);
    found += nameCutOffs(window, state);
    return found;
}
