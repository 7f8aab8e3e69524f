// What the client makes of an answer that tells of a failure: problem+json, plain text, a page, or rubbish.

#include "app/admin_api/errorreader.h"
#include "tests/fuzz/fuzzedanswer.h"
#include "tests/fuzz/property.h"

#include <algorithm>

namespace {

bool isUnfit(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    return category == QChar::Other_Control || category == QChar::Other_Format ||
           category == QChar::Separator_Line || category == QChar::Separator_Paragraph ||
           category == QChar::Other_Surrogate;
}

void mustBeShowable(const QString &text)
{
    mustHold(text.size() <= 500, "no text of a server is longer than 500 characters");
    const QList<uint> characters = text.toUcs4();
    mustHold(std::none_of(characters.begin(), characters.end(), isUnfit),
             "no text of a server breaks the line, hides, or turns the direction");
    mustHold(text.isValidUtf16(), "no text of a server holds half of a character");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const HttpAnswer answer = fuzzedAnswer(data, size);
    const Error error = readError(answer, QDateTime::fromSecsSinceEpoch(1'767'225'600, Qt::UTC));
    mustBeShowable(error.message);
    mustBeShowable(error.target);
    mustHold(error.fields.size() <= 50, "no more than 50 fields are named");
    for (const FieldError &field : error.fields) {
        mustBeShowable(field.field);
        mustBeShowable(field.code);
        mustBeShowable(field.message);
        mustHold(field != FieldError(), "a field that is named has something to say");
    }
    mustHold(!answer.isHtml() || error.message.isEmpty(), "no page is told as a message");
    mustHold(error.target.isEmpty() || error.kind == ErrorKind::Redirected, "only a redirect has a target");
    mustHold(!error.target.contains(u'?') && !error.target.contains(u'#'), "a target tells no secrets");
    mustHold(!error.sentence().isEmpty(), "there is a sentence for every failure");
    return 0;
}
