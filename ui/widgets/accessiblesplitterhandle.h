#pragma once

/// What lies between two parts of a window and sizes them. Qt tells it to a screen reader without a role and
/// a name.
namespace AccessibleSplitterHandle {

/// For every QSplitter; more than once does nothing more.
void install();

} // namespace AccessibleSplitterHandle
