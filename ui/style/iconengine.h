#pragma once

#include "ui/style/tokens.h"

#include <QIconEngine>

/// Behind Icons::icon(): knows a name and a token, and asks for the colour when it paints.
class IconEngine final : public QIconEngine
{
public:
    IconEngine(QString name, Token normal);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QString iconName() override { return m_name; }
    bool isNull() override { return m_name.isEmpty(); }
    QIconEngine *clone() const override;

private:
    QColor ink(QIcon::Mode mode) const;

    QString m_name;
    Token m_normal;
};
