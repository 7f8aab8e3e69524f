#pragma once

/// Sizes in logical pixels. Where a text could be taller than its control, the text's height + padding wins.
namespace Metrics {

inline constexpr int controlHeight = 32;
inline constexpr int pillHeight = 28;
inline constexpr int chipHeight = 20;
inline constexpr int chipWithCrossHeight = 24;
inline constexpr int tokenFieldHeight = 40;
inline constexpr int roleFieldHeight = 36;
inline constexpr int choiceCardHeight = 56;
inline constexpr int menuRowHeight = 30;
inline constexpr int paletteRowHeight = 36;
inline constexpr int tableRowHeight = 36;
inline constexpr int tableHeadHeight = 34;
inline constexpr int statusBarHeight = 30;
inline constexpr int menuBarHeight = 30;
inline constexpr int stripHeight = 28;
inline constexpr int stripWithButtonHeight = 36;
inline constexpr int progressLineHeight = 2;

inline constexpr int controlRadius = 6;
inline constexpr int boxRadius = 8;
inline constexpr int largeCardRadius = 12;

inline constexpr double edge = 1;
inline constexpr double chosenEdge = 1.5;
inline constexpr double focusEdge = 2;
/// In high contrast.
inline constexpr double strongFocusEdge = 3;

inline constexpr int iconSize = 16;
inline constexpr int iconGap = 6;
inline constexpr int buttonGap = 8;
inline constexpr int labelGap = 6;
inline constexpr int fieldGap = 16;
inline constexpr int groupGap = 24;
inline constexpr int popupGap = 4;

inline constexpr int pageMargin = 16;
inline constexpr int dialogMargin = 24;
inline constexpr int footMargin = 14;
inline constexpr int sideMargin = 12;
inline constexpr int cellLeading = 12;
inline constexpr int cellTrailing = 4;
inline constexpr int firstCellLeading = 16;

inline constexpr int sideWidth = 212;
inline constexpr int detailsWidth = 280;
/// Of the two answers to a question, at least.
inline constexpr int yesOrNoWidth = 88;
inline constexpr int searchWidth = 300;
inline constexpr int deleteDialogWidth = 500;
inline constexpr int formDialogWidth = 560;
inline constexpr int paletteWidth = 560;
inline constexpr int comparisonDialogWidth = 760;
/// Under this width two cards stand below each other.
inline constexpr int stackCardsUnder = 640;

} // namespace Metrics
