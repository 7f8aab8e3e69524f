#pragma once

#include <QWidget>

class ProgressLine;
class TextLabel;

/// How far something has come, as a sentence and as a line.
class ProgressReport final : public QWidget
{
    Q_OBJECT

public:
    explicit ProgressReport(QWidget *parent = nullptr);

    void setProgress(const QString &sentence, int done, int total);

private:
    TextLabel *m_sentence;
    ProgressLine *m_line;
};
