#include "ui/widgets/fieldnotes.h"

#include "ui/widgets/dialogfoot.h"

#include <QCoreApplication>

FieldMessage::Kind messageKind(FieldNote::Tone tone)
{
    switch (tone) {
    case FieldNote::Tone::None:
        return FieldMessage::Kind::None;
    case FieldNote::Tone::Hint:
        return FieldMessage::Kind::Hint;
    case FieldNote::Tone::Good:
        return FieldMessage::Kind::Ok;
    case FieldNote::Tone::Bad:
        return FieldMessage::Kind::Bad;
    }
    Q_UNREACHABLE();
}

void showFieldsToChange(DialogFoot &foot, int count)
{
    if (count == 0)
        foot.clearMessage();
    else
        foot.setMessage(
            FieldMessage::Kind::Bad,
            QCoreApplication::translate("FieldNotes", "%n field(s) need(s) a change.", nullptr, count));
}
