#include "models/export/exportformat.h"

QString fileExtension(ExportFormat format)
{
    switch (format) {
    case ExportFormat::Csv:
        return QStringLiteral("csv");
    case ExportFormat::Json:
        return QStringLiteral("json");
    }
    Q_UNREACHABLE();
}
