#include "models/export/accountwriter.h"

#include "models/export/csvaccountwriter.h"
#include "models/export/jsonaccountwriter.h"

std::unique_ptr<AccountWriter> AccountWriter::of(ExportFormat format, const QDateTime &now,
                                                 std::chrono::hours soon)
{
    switch (format) {
    case ExportFormat::Csv:
        return std::make_unique<CsvAccountWriter>(StatusRule{now, soon});
    case ExportFormat::Json:
        return std::make_unique<JsonAccountWriter>(StatusRule{now, soon});
    }
    Q_UNREACHABLE();
}
