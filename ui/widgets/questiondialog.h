#pragma once

#include "ui/style/controltraits.h"
#include "ui/widgets/consoledialog.h"

/// A question before something that cannot be taken back. Esc, Enter and closing the window all mean the
/// careful answer, which has the focus; only a press of the other button emits accepted(). Deletes itself
/// when it is answered.
class QuestionDialog final : public ConsoleDialog
{
    Q_OBJECT

public:
    struct Texts
    {
        /// Of the window's bar.
        QString title;
        QString heading;
        QString sentence;
        /// The button that emits accepted().
        QString goOn;
        /// The default button.
        QString stay;
    };

    explicit QuestionDialog(const Texts &texts, QWidget *parent);
};
