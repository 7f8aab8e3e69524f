#pragma once

#include <QWidget>

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// The licences of this program and of what it stands on: what each is under, and the texts of those that lie
/// in this program itself.
class LicenceList final : public QWidget
{
    Q_OBJECT

public:
    explicit LicenceList(QWidget *parent = nullptr);

private:
    void addEntry(const QString &what, const QString &licence);
    void addText(const QString &heading, const QString &file);

    QVBoxLayout *m_column;
};
