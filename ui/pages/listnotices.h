#pragma once

#include "ui/consoleparts.h"
#include "ui/widgets/banner.h"

#include <QWidget>

class CutShortElsewhere;
class FailureBanner;
class Strip;

QT_BEGIN_NAMESPACE
class QVBoxLayout;
QT_END_NAMESPACE

/// What stands over the table: banners on the list, the connection and this computer, of which a failure
/// takes the place of all others, and the strips "Old rows" and "Hidden by your filter". Each is made when it
/// is first wanted.
class ListNotices final : public QWidget
{
    Q_OBJECT

public:
    explicit ListNotices(const ConsoleParts &parts, QWidget *parent = nullptr);

    /// Looks at list and connection again.
    void refresh();
    /// Rows of an earlier time: from a failure until the list was read whole again.
    bool rowsAreOld() const { return m_rowsAreOld; }

Q_SIGNALS:
    void retryRequested();
    void anotherTokenRequested();
    void clearFiltersRequested();

private:
    Banner *addBanner(Banner::Kind kind);
    void refreshFailure();
    void refreshKeptInMemory();
    void refreshFileNotices();
    void refreshCutShortElsewhere();
    void refreshClock();
    void refreshOwnExpiry();
    bool isFailing() const;
    void refreshOldRows();
    void refreshHiddenByFilter();

    const ConsoleParts m_parts;
    QVBoxLayout *m_column;
    QVBoxLayout *m_banners;
    FailureBanner *m_failure = nullptr;
    Banner *m_keptInMemory = nullptr;
    Banner *m_fileNotices = nullptr;
    CutShortElsewhere *m_cutShortElsewhere = nullptr;
    Banner *m_clock = nullptr;
    Banner *m_ownExpiry = nullptr;
    bool m_fileNoticesWereRead = false;
    Strip *m_oldRows = nullptr;
    Strip *m_hidden = nullptr;
    bool m_rowsAreOld = false;
};
