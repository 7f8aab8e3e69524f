#include "ui/widgets/searchfield.h"

#include "ui/style/icons.h"
#include "ui/style/metrics.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace {

constexpr int lensLeading = 7;

} // namespace

SearchField::SearchField(QWidget *parent)
    : QLineEdit(parent)
{
    const QString name = tr("Search");
    setAccessibleName(name);
    setPlaceholderText(name);
    setClearButtonEnabled(true);
    if (auto *clearButton = findChild<QToolButton *>())
        clearButton->setAccessibleName(tr("Clear Search"));
    const int lensRoom = lensLeading + Metrics::iconSize;
    // Not an action of the line edit: that would be a button of its own, without a name, for a screen reader.
    if (layoutDirection() == Qt::RightToLeft)
        setTextMargins(0, 0, lensRoom, 0);
    else
        setTextMargins(lensRoom, 0, 0, 0);
}

QSize SearchField::sizeHint() const
{
    return {Metrics::searchWidth, QLineEdit::sizeHint().height()};
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

void SearchField::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect lens(lensLeading, 0, Metrics::iconSize, height());
    Icons::paint(&painter, QStyle::visualRect(layoutDirection(), rect(), lens), QStringLiteral("search"),
                 color(isEnabled() ? Token::Text2 : Token::DisabledText, palette()));
}
