#pragma once

#include "ui/style/mnemonics.h"
#include "ui/style/theme.h"

#include <QProxyStyle>

#include <optional>

QT_BEGIN_NAMESPACE
class QApplication;
QT_END_NAMESPACE

/// The look of the whole program: a proxy over Fusion, one palette, no style sheet anywhere.
class ConsoleStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    ConsoleStyle();
    ~ConsoleStyle() override;

    /// Learns the desktop's theme and font and sets style, palette, font and window icon of @p app, which
    /// owns the style. Call it once, directly after the application is made and before any window.
    static ConsoleStyle *install(QApplication &app);

    /// Light or dark in spite of the desktop; nothing follows the desktop again. Where the desktop asks for
    /// high contrast, the theme is still given with it.
    void setTheme(std::optional<Theme> theme);
    /// What the desktop says apart from its palette, which is looked at as well.
    void setHighContrast(bool wanted);
    Theme theme() const { return m_theme; }

    using QProxyStyle::polish;
    void polish(QWidget *widget) override;
    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                       const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &contents,
                           const QWidget *widget) const override;
    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returnData) const override;
    QRect subElementRect(SubElement element, const QStyleOption *option,
                         const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl subControl,
                         const QWidget *widget) const override;
    QIcon standardIcon(StandardPixmap icon, const QStyleOption *option, const QWidget *widget) const override;

Q_SIGNALS:
    /// After the palette was set. Widgets see QEvent::PaletteChange as well and rarely need this.
    void themeChanged(Theme theme);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void lookAtDesktop();
    void update();
    void apply(Theme theme);

    Mnemonics m_mnemonics;
    std::optional<Theme> m_forced;
    /// By its palette.
    Theme m_desktops = Theme::Light;
    bool m_isHighContrastAsked = false;
    Theme m_theme = Theme::Light;
    bool m_applying = false;
    /// Whether the palette is that of m_theme.
    bool m_isApplied = false;
};
