#pragma once

#include <QString>

/// What "Export…" can write.
enum class ExportFormat { Csv, Json };

/// Without a dot: "csv", "json".
QString fileExtension(ExportFormat format);
