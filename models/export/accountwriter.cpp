#include "models/export/accountwriter.h"

#include "models/export/csvaccountwriter.h"
#include "models/export/jsonaccountwriter.h"

std::unique_ptr<AccountWriter> AccountWriter::of(ExportFormat format, const QDateTime &now)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvAccountWriter>(now);
    case ExportFormat::Json:
        return std::make_unique<JsonAccountWriter>(now);
    }
    Q_UNREACHABLE();
}
