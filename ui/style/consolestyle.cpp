#include "ui/style/consolestyle.h"

#include "ui/style/boxpainter.h"
#include "ui/style/buttonpainter.h"
#include "ui/style/consolepalette.h"
#include "ui/style/controltraits.h"
#include "ui/style/fieldpainter.h"
#include "ui/style/focusring.h"
#include "ui/style/icons.h"
#include "ui/style/menupainter.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/style/tokens.h"
#include "ui/style/typography.h"
#include "ui/style/viewpainter.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStyleOption>
#include <QToolTip>

#include <algorithm>

namespace {

constexpr int indicatorArea = 22;
constexpr int indicatorGap = 4;
constexpr int scrollBarWidth = 12;
constexpr int fieldPadding = 8;
/// A line edit keeps 2 px of its own beside its text.
constexpr int lineEditOwnMargin = 2;
constexpr int menuPadding = 4;

} // namespace

ConsoleStyle::ConsoleStyle()
    : QProxyStyle(QStringLiteral("Fusion"))
{
}

ConsoleStyle::~ConsoleStyle() = default;

ConsoleStyle *ConsoleStyle::install(QApplication &app)
{
    const QPalette desktops = QApplication::palette();
    // A font that was set explicitly would no longer follow the desktop's.
    if (const QFont wanted = applicationFont(QApplication::font()); wanted != QApplication::font())
        QApplication::setFont(wanted);
    auto *style = new ConsoleStyle;
    QApplication::setStyle(style);
    QApplication::setWindowIcon(Icons::programIcon());
    app.installEventFilter(style);
    style->m_desktops = themeOf(desktops);
    style->update();
    return style;
}

void ConsoleStyle::setTheme(std::optional<Theme> theme)
{
    m_forced = theme;
    update();
}

void ConsoleStyle::setHighContrast(bool wanted)
{
    m_isHighContrastAsked = wanted;
    update();
}

void ConsoleStyle::lookAtDesktop()
{
    if (m_applying)
        return;
    m_applying = true;
    // Without a palette of ours QApplication shows the desktop's again.
    QApplication::setPalette(QPalette());
    m_desktops = themeOf(QApplication::palette());
    m_applying = false;
    m_isApplied = false;
    update();
}

void ConsoleStyle::update()
{
    const Theme chosen = m_forced.value_or(m_desktops);
    const bool isHigh = m_isHighContrastAsked || isHighContrast(m_desktops) || isHighContrast(chosen);
    const Theme theme = withContrast(chosen, isHigh);
    if (!m_isApplied || theme != m_theme)
        apply(theme);
}

void ConsoleStyle::apply(Theme theme)
{
    m_applying = true;
    m_theme = theme;
    Icons::emptyCache();
    QApplication::setPalette(consolePalette(theme));
    QToolTip::setPalette(consolePalette(theme));
    m_applying = false;
    m_isApplied = true;
    Q_EMIT themeChanged(theme);
}

bool ConsoleStyle::eventFilter(QObject *watched, QEvent *event)
{
    FocusRing::watch(watched, event);
    m_mnemonics.watch(watched, event);
    if (event->type() == QEvent::ThemeChange && watched->isWindowType())
        lookAtDesktop();
    return QProxyStyle::eventFilter(watched, event);
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QComboBox *>(widget) ||
        qobject_cast<QScrollBar *>(widget) || qobject_cast<QLineEdit *>(widget))
        widget->setAttribute(Qt::WA_Hover);
    if (qobject_cast<QMenu *>(widget) && MenuPainter::roundCorners())
        widget->setAttribute(Qt::WA_TranslucentBackground);
}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelButtonCommand:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            ButtonPainter::drawPanel(painter, button, widget);
        return;
    case PE_PanelLineEdit:
        FieldPainter::lineEdit(painter, option, widget);
        return;
    case PE_IndicatorCheckBox:
        FieldPainter::checkBox(painter, option, widget);
        return;
    case PE_IndicatorRadioButton:
        FieldPainter::choice(painter, option, widget);
        return;
    case PE_PanelMenu:
        MenuPainter::popupPanel(painter, option);
        return;
    case PE_PanelTipLabel:
        painter->fillRect(option->rect, color(Token::Tip, option->palette));
        return;
    case PE_PanelScrollAreaCorner:
        painter->fillRect(option->rect, color(Token::Window, option->palette));
        return;
    case PE_PanelMenuBar:
        painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Line, option->palette));
        return;
    // The focus is shown by each control in its own way; Fusion's header arrow would be a second one; rows
    // are painted by the delegate; frames and the edge of a menu are part of the grounds above.
    case PE_FrameFocusRect:
    case PE_FrameLineEdit:
    case PE_FrameMenu:
    case PE_Frame:
    case PE_FrameStatusBarItem:
    case PE_PanelStatusBar:
    case PE_FrameButtonBevel:
    case PE_IndicatorHeaderArrow:
    case PE_PanelItemViewRow:
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                               const QWidget *widget) const
{
    switch (element) {
    case CE_PushButtonBevel:
        proxy()->drawPrimitive(PE_PanelButtonCommand, option, painter, widget);
        return;
    case CE_PushButtonLabel:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            ButtonPainter::drawLabel(painter, button, widget, proxy());
        return;
    case CE_ComboBoxLabel:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            BoxPainter::comboBoxLabel(painter, box);
        return;
    case CE_HeaderSection:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            ViewPainter::headerSection(painter, header);
        return;
    case CE_HeaderLabel:
        if (const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option))
            ViewPainter::headerLabel(painter, header);
        return;
    case CE_HeaderEmptyArea:
        painter->fillRect(option->rect, color(Token::Window, option->palette));
        painter->fillRect(QRect(option->rect.x(), option->rect.bottom(), option->rect.width(), 1),
                          color(Token::Line, option->palette));
        return;
    case CE_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            MenuPainter::barItem(painter, item, proxy(), widget);
        return;
    case CE_MenuBarEmptyArea:
        painter->fillRect(option->rect, color(Token::Window, option->palette));
        proxy()->drawPrimitive(PE_PanelMenuBar, option, painter, widget);
        return;
    case CE_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            MenuPainter::item(painter, item, proxy(), widget);
        return;
    case CE_ProgressBar:
        if (const auto *bar = qstyleoption_cast<const QStyleOptionProgressBar *>(option))
            ViewPainter::progressBar(painter, bar);
        return;
    case CE_Splitter:
        painter->fillRect(option->rect, color(Token::Line, option->palette));
        return;
    default:
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
                                      QPainter *painter, const QWidget *widget) const
{
    switch (control) {
    case CC_ComboBox:
        if (const auto *box = qstyleoption_cast<const QStyleOptionComboBox *>(option))
            BoxPainter::comboBox(painter, box, widget);
        return;
    case CC_ToolButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option))
            BoxPainter::toolButton(painter, button, widget);
        return;
    case CC_ScrollBar:
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            ViewPainter::scrollBar(painter, slider);
        return;
    default:
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                                     const QWidget *widget) const
{
    const int textHeight = option ? option->fontMetrics.height() : 0;
    const int controlHeight = std::max(Metrics::controlHeight, textHeight + 2 * Metrics::iconGap);
    switch (type) {
    case CT_PushButton:
        if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option))
            return ButtonPainter::size(button, widget);
        break;
    case CT_LineEdit:
        if (isFlatField(widget))
            return {contents.width(), textHeight + 2};
        return {contents.width() + 2 * fieldPadding, controlHeight};
    case CT_ComboBox:
        return {contents.width() + 4 * fieldPadding + indicatorArea, controlHeight};
    case CT_ToolButton: {
        const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        const bool iconAlone = !button || button->toolButtonStyle == Qt::ToolButtonIconOnly;
        return {iconAlone ? Metrics::controlHeight : contents.width() + 4 * fieldPadding, controlHeight};
    }
    case CT_MenuItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return MenuPainter::itemSize(item, widget);
        break;
    case CT_MenuBarItem:
        if (const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option))
            return MenuPainter::barItemSize(item);
        break;
    case CT_HeaderSection: {
        const auto *head = qstyleoption_cast<const QStyleOptionHeader *>(option);
        return {head ? ViewPainter::headerWidth(head) : contents.width(),
                std::max(Metrics::tableHeadHeight, textHeight + 2 * fieldPadding)};
    }
    default:
        break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return indicatorArea;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return indicatorGap;
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_ScrollBarSliderMin:
        return Metrics::controlHeight;
    case PM_SplitterWidth:
        return 1;
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_LineEditIconSize:
        return Metrics::iconSize;
    case PM_MenuPanelWidth:
        return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin:
        return menuPadding;
    // A head's words begin where the cells' do.
    case PM_HeaderMargin:
    case PM_MenuBarPanelWidth:
    case PM_MenuBarVMargin:
    case PM_MenuBarItemSpacing:
        return 0;
    case PM_MenuBarHMargin:
        return 6;
    case PM_DefaultFrameWidth:
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
    case PM_ScrollView_ScrollBarSpacing:
        return 0;
    case PM_ToolTipLabelFrameWidth:
        return Metrics::iconGap;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_Widget_Animation_Duration:
    case SH_Widget_Animate:
    case SH_ScrollBar_Transient:
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_Menu_FadeOutOnHide:
    case SH_Menu_FlashTriggeredItem:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
    case SH_MenuBar_MouseTracking:
    case SH_Menu_MouseTracking:
        return 1;
    case SH_UnderlineShortcut:
        return m_mnemonics.areShown() ? 1 : 0;
    case SH_Menu_Mask:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

QRect ConsoleStyle::subElementRect(SubElement element, const QStyleOption *option,
                                   const QWidget *widget) const
{
    if (element == SE_LineEditContents) {
        const int inset = isFlatField(widget) ? -lineEditOwnMargin : fieldPadding;
        return option->rect.adjusted(inset, 0, -inset, 0);
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
                                   SubControl subControl, const QWidget *widget) const
{
    if (control == CC_ScrollBar) {
        if (const auto *slider = qstyleoption_cast<const QStyleOptionSlider *>(option))
            return ViewPainter::scrollBarPart(slider, subControl);
    }
    return QProxyStyle::subControlRect(control, option, subControl, widget);
}

QIcon ConsoleStyle::standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const
{
    if (icon == SP_LineEditClearButton)
        return Icons::icon(QStringLiteral("x"));
    return QProxyStyle::standardIcon(icon, option, widget);
}
