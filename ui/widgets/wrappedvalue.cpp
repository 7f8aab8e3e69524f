#include "ui/widgets/wrappedvalue.h"

#include "ui/style/tokens.h"

#include <QTextDocument>
#include <QWheelEvent>

#include <cmath>
#include <memory>

namespace {

constexpr int leastLetters = 8;

} // namespace

WrappedValue::WrappedValue(const QString &name, QWidget *parent)
    : QTextEdit(parent)
{
    setReadOnly(true);
    setAcceptRichText(false);
    setTabChangesFocus(true);
    setFrameShape(NoFrame);
    setAccessibleName(name);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    document()->setDocumentMargin(0);
    viewport()->setAutoFillBackground(false);
    refreshColors();
    alignByLayout();
}

void WrappedValue::alignByLayout()
{
    // By its own direction a text would not stand under its caption.
    QTextOption option = document()->defaultTextOption();
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    option.setAlignment(Qt::AlignAbsolute |
                        (layoutDirection() == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft));
    document()->setDefaultTextOption(option);
}

void WrappedValue::setText(const QString &text)
{
    if (text == toPlainText())
        return;
    setPlainText(text);
    updateGeometry();
}

QSize WrappedValue::sizeHint() const
{
    const int wide = static_cast<int>(std::ceil(document()->idealWidth()));
    return {wide, heightForWidth(width())};
}

QSize WrappedValue::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * leastLetters, fontMetrics().height()};
}

int WrappedValue::heightForWidth(int width) const
{
    // Of a copy: the document of the view itself is as wide as the view.
    const std::unique_ptr<QTextDocument> copy(document()->clone());
    copy->setTextWidth(width);
    return static_cast<int>(std::ceil(copy->size().height()));
}

void WrappedValue::changeEvent(QEvent *event)
{
    QTextEdit::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        refreshColors();
    else if (event->type() == QEvent::LayoutDirectionChange)
        alignByLayout();
    else if (event->type() == QEvent::FontChange || event->type() == QEvent::ApplicationFontChange)
        updateGeometry();
}

void WrappedValue::wheelEvent(QWheelEvent *event)
{
    // There is nothing to scroll in it: whatever it lies in scrolls.
    event->ignore();
}

void WrappedValue::refreshColors()
{
    const QColor ink = color(Token::Text, palette());
    if (palette().color(QPalette::Text) == ink)
        return;
    QPalette own;
    own.setColor(QPalette::Text, ink);
    setPalette(own);
}
