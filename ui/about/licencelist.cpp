#include "ui/about/licencelist.h"

#include "ui/style/metrics.h"
#include "ui/widgets/textlabel.h"

#include <QFile>
#include <QVBoxLayout>

#include <array>

// A macro that has to stand outside every namespace: it refers to a function of the resource's own object.
static void registerLicences()
{
    Q_INIT_RESOURCE(licences);
}

namespace {

struct Licensed
{
    const char *what;
    const char *licence;
};

constexpr std::array<Licensed, 10> stoodOn{{
    {QT_TRANSLATE_NOOP("LicenceList", "Qt"),
     QT_TRANSLATE_NOOP("LicenceList", "GNU LGPL 3, used as a shared library")},
    {QT_TRANSLATE_NOOP("LicenceList", "QtKeychain"), QT_TRANSLATE_NOOP("LicenceList", "BSD, 2 clauses")},
    {QT_TRANSLATE_NOOP("LicenceList", "libsecret"), QT_TRANSLATE_NOOP("LicenceList", "GNU LGPL 2.1")},
    {QT_TRANSLATE_NOOP("LicenceList", "libsodium"), QT_TRANSLATE_NOOP("LicenceList", "ISC")},
    {QT_TRANSLATE_NOOP("LicenceList", "simdjson"), QT_TRANSLATE_NOOP("LicenceList", "Apache 2.0")},
    {QT_TRANSLATE_NOOP("LicenceList", "Boost"),
     QT_TRANSLATE_NOOP("LicenceList", "Boost Software License 1.0")},
    {QT_TRANSLATE_NOOP("LicenceList", "zlib"), QT_TRANSLATE_NOOP("LicenceList", "zlib")},
    {QT_TRANSLATE_NOOP("LicenceList", "SQLite"), QT_TRANSLATE_NOOP("LicenceList", "Public domain")},
    {QT_TRANSLATE_NOOP("LicenceList", "Icons of Lucide"),
     QT_TRANSLATE_NOOP("LicenceList", "ISC, some of them MIT")},
    {QT_TRANSLATE_NOOP("LicenceList", "Inter"),
     QT_TRANSLATE_NOOP("LicenceList", "SIL Open Font License 1.1, not part of this program")},
}};

/// The lines of a file were broken for a terminal; here a paragraph is as wide as the window.
QString paragraphs(const QString &name)
{
    QFile file(QStringLiteral(":/licences/") + name);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    QString text = QString::fromUtf8(file.readAll()).trimmed();
    const QString gap(QChar::ParagraphSeparator);
    text.replace(QStringLiteral("\n\n"), gap).replace(u'\n', u' ').replace(gap, QStringLiteral("\n\n"));
    return text;
}

} // namespace

LicenceList::LicenceList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
{
    registerLicences();
    m_column->setContentsMargins({});
    m_column->setSpacing(Metrics::buttonGap);
    addEntry(tr("This program"), tr("MIT"));
    for (const Licensed &entry : stoodOn)
        addEntry(tr(entry.what), tr(entry.licence));
    addText(tr("The licence of this program"), QStringLiteral("this-program"));
    addText(tr("The licence of the icons"), QStringLiteral("lucide"));
}

void LicenceList::addEntry(const QString &what, const QString &licence)
{
    auto *entry = new TextLabel(tr("%1: %2", "a program, and its licence").arg(what, licence));
    entry->setWordWrap(true);
    m_column->addWidget(entry);
}

void LicenceList::addText(const QString &heading, const QString &file)
{
    m_column->addSpacing(Metrics::buttonGap);
    m_column->addWidget(new TextLabel(heading, TextStyle::Group));
    auto *text = new TextLabel(paragraphs(file), TextStyle::Body, Token::Text2);
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_column->addWidget(text);
}
