#pragma once

#include "models/accounts/fieldnote.h"
#include "ui/widgets/fieldmessage.h"

class DialogFoot;

/// How a note of the models looks under a field.
FieldMessage::Kind messageKind(FieldNote::Tone tone);

/// Repeats in the foot how many fields need a change; nothing for 0.
void showFieldsToChange(DialogFoot &foot, int count);
