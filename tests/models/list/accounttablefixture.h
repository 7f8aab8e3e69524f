#pragma once

#include "models/list/accounttablemodel.h"
#include "tests/support/fixedclock.h"

#include <QAbstractItemModelTester>

#include <memory>

/// A new model for each test, watched by Qt's own tester. The clock stands at 24 November 2026, 10:42 UTC.
class AccountTableFixture
{
protected:
    static ServiceAccount account(const QString &name,
                                  const QList<AccountRole> &roles = {AccountRole(Role::Viewer)})
    {
        ServiceAccount result;
        result.id = QStringLiteral("id-") + name;
        result.name = name;
        result.roles = roles;
        result.creationDate = QDateTime(QDate(2026, 7, 5), QTime(9, 11), Qt::UTC);
        return result;
    }

    QStringList shownNames() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names.append(m_model->index(row, 0).data().toString());
        return names;
    }

    void makeModel()
    {
        m_tester.reset();
        m_model = std::make_unique<AccountTableModel>(m_clock);
        m_tester = std::make_unique<QAbstractItemModelTester>(
            m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    FixedClock m_clock{QDateTime(QDate(2026, 11, 24), QTime(10, 42), Qt::UTC)};
    std::unique_ptr<AccountTableModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};
