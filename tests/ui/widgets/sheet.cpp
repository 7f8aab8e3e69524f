#include "tests/ui/widgets/sheet.h"

#include "models/secrets/secrettext.h"
#include "tests/ui/widgets/still.h"
#include "ui/expirations/expirationchart.h"
#include "ui/expirations/expirationtable.h"
#include "ui/style/metrics.h"
#include "ui/style/paint.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/button.h"
#include "ui/widgets/chips.h"
#include "ui/widgets/countdown.h"
#include "ui/widgets/dropdownbutton.h"
#include "ui/widgets/expirationfield.h"
#include "ui/widgets/fieldmessage.h"
#include "ui/widgets/filterbutton.h"
#include "ui/widgets/icontext.h"
#include "ui/widgets/pill.h"
#include "ui/widgets/rolefield.h"
#include "ui/widgets/strip.h"
#include "ui/widgets/textlabel.h"
#include "ui/widgets/tokenfield.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QRadioButton>
#include <QVBoxLayout>

#include <functional>

using namespace Qt::StringLiterals;

namespace {

struct Row
{
    QString name;
    std::function<QWidget *()> make;
};

QVBoxLayout *columnOf(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

QWidget *lineEdit(bool invalid)
{
    auto *edit = new QLineEdit(u"ci_deploy"_s);
    edit->setFixedWidth(128);
    setInvalid(edit, invalid);
    return edit;
}

QWidget *pill(bool chosen)
{
    auto *pill = new Pill(u"Active"_s);
    pill->setCount(168);
    pill->setChecked(chosen);
    return pill;
}

template <typename Choice>
QWidget *chosen()
{
    auto *choice = new Choice(u"Viewer"_s);
    choice->setChecked(true);
    return choice;
}

QWidget *dropDown()
{
    auto *button = new DropDownButton(u"Value"_s);
    button->setValue(u"Any"_s);
    button->setFixedWidth(110);
    return button;
}

QList<Row> controlRows()
{
    return {
        {u"Primary button"_s, [] { return new Button(u"Done"_s, ButtonKind::Primary); }},
        {u"Button"_s, [] { return new Button(u"Cancel"_s, ButtonKind::Plain); }},
        {u"With icon"_s, [] { return new Button(u"Copy"_s, ButtonKind::Plain, u"copy"_s); }},
        {u"Destructive"_s, [] { return new Button(u"Yes"_s, ButtonKind::Destructive); }},
        {u"Leads to a question"_s,
         [] { return new Button(u"Delete…"_s, ButtonKind::PlainBad, u"trash-2"_s); }},
        {u"Quiet"_s, [] { return new Button(u"Show"_s, ButtonKind::Quiet, u"eye"_s); }},
        {u"Link"_s, [] { return new Button(u"Clear Filters"_s, ButtonKind::Link); }},
        {u"Icon button"_s, [] { return Button::iconOnly(u"refresh-cw"_s, u"Refresh"_s); }},
        {u"Pill"_s, [] { return pill(false); }},
        {u"Pill, chosen"_s, [] { return pill(true); }},
        {u"Filter button"_s, [] { return new FilterButton(u"Status"_s); }},
        {u"Filter, set"_s,
         [] {
             auto *button = new FilterButton(u"Status"_s);
             button->setValue(u"Expired"_s);
             return button;
         }},
        {u"Field"_s, [] { return lineEdit(false); }},
        {u"Field, error"_s, [] { return lineEdit(true); }},
        {u"Drop-down"_s, dropDown},
        {u"Check box"_s, chosen<QCheckBox>},
        {u"Choice"_s, chosen<QRadioButton>},
    };
}

QList<AccountRole> roles(std::initializer_list<Role> known)
{
    QList<AccountRole> result;
    for (Role role : known)
        result += AccountRole(role);
    return result;
}

QWidget *swatch(Token token)
{
    auto *label = new QLabel;
    QPixmap pixmap(QSize(40, 28) * 2);
    pixmap.setDevicePixelRatio(2);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    Paint::box(&painter, QRectF(0, 0, 40, 28), Metrics::controlRadius, color(token, label->palette()),
               color(Token::Border, label->palette()));
    painter.end();
    label->setPixmap(pixmap);
    return label;
}

} // namespace

Sheet::Sheet(const Clock &clock)
{
    setWindowTitle(u"Components"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(24, 20, 24, 20);
    row->setSpacing(40);
    auto *first = new QVBoxLayout;
    first->addWidget(controls());
    first->addWidget(fields(clock));
    first->addStretch();
    auto *second = new QVBoxLayout;
    second->setSpacing(16);
    second->addWidget(texts());
    second->addWidget(banners());
    second->addWidget(charts(clock));
    second->addWidget(colours());
    second->addStretch();
    second->addStrut(470);
    row->addLayout(first);
    row->addLayout(second, 1);
}

QWidget *Sheet::controls()
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 8);
    column->addWidget(new TextLabel(u"Controls and their states"_s, TextStyle::Group));
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(10);
    const QStringList heads = {u"Normal"_s, u"Hover"_s, u"Pressed"_s, u"Focus"_s, u"Disabled"_s};
    for (int i = 0; i < heads.size(); ++i)
        grid->addWidget(new TextLabel(heads.at(i), TextStyle::ColumnHead, Token::Text2), 0, i + 1);
    int line = 1;
    for (const Row &row : controlRows()) {
        grid->addWidget(new TextLabel(row.name), line, 0);
        for (int i = 0; i < heads.size(); ++i) {
            auto *picture = new QLabel;
            picture->setPixmap(still(row.make, static_cast<ControlState>(i)));
            grid->addWidget(picture, line, i + 1);
        }
        ++line;
    }
    column->addLayout(grid);
    return box;
}

QWidget *Sheet::fields(const Clock &clock)
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 10);
    column->addWidget(new TextLabel(u"Expiration, Role and Token"_s, TextStyle::Group));
    column->addWidget(new ExpirationField(clock));
    auto *held = new ExpirationField(clock);
    held->setPolicy({180, false}, u"Production"_s);
    held->setChoice(ExpirationChoice::date(QDate(2027, 11, 30)));
    held->setMessage(FieldMessage::Kind::Bad,
                     u"30 November 2027 is 371 days away. Choose a date up to 23 May 2027."_s);
    column->addWidget(held);
    auto *role = new RoleField;
    role->setRoles(roles({Role::Deployment, Role::Viewer}));
    column->addWidget(role);
    auto *token = new TokenField;
    token->setToken(SecretText::fromUtf8("not a token, a sample"));
    column->addWidget(token);
    return box;
}

QWidget *Sheet::charts(const Clock &clock)
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 8);
    column->addWidget(new TextLabel(u"Expirations ahead"_s, TextStyle::Group));
    Expirations expirations(clock.now());
    const int counts[] = {2, 4, 5, 1, 0, 3, 12, 7, 0, 2, 0, 1, 24};
    for (int week = 0; week < Expirations::weekTotal; ++week) {
        const qint64 end = expirations.weeks()[static_cast<size_t>(week)].range.end - 1;
        for (int token = 0; token < counts[week]; ++token)
            expirations.add(end, week < 2 || (week == 2 && token < 3));
    }
    auto *chart = new ExpirationChart;
    chart->setExpirations(expirations);
    chart->setChosenWeek(6);
    column->addWidget(chart);
    auto *table = new ExpirationTable;
    table->setExpirations(expirations);
    table->setChosenWeek(1);
    column->addWidget(table);
    auto *strip = new Strip(u"info"_s, u"Hidden by your filter: deploy_bot_eu is shown because it is new."_s,
                            Token::Tint);
    strip->addLink(u"Clear Filters"_s);
    column->addWidget(strip);
    return box;
}

QWidget *Sheet::texts()
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 8);
    column->addWidget(new TextLabel(u"Type"_s, TextStyle::Group));
    column->addWidget(new TextLabel(u"Page title 20 / 600"_s, TextStyle::PageTitle));
    column->addWidget(new TextLabel(u"Dialog title 16 / 600"_s, TextStyle::DialogTitle));
    column->addWidget(new TextLabel(u"Group 14 / 600"_s, TextStyle::Group));
    column->addWidget(new TextLabel(u"Body 13 / 400, names and labels 13 / 500"_s));
    column->addWidget(
        new TextLabel(u"Caption 12 / 400, column heads 12 / 500"_s, TextStyle::Caption, Token::Text2));
    column->addWidget(new TextLabel(u"fixed_width 0123456789"_s, TextStyle::Fixed));
    column->addWidget(new TextLabel(u"Status"_s, TextStyle::Group));
    auto *states = new QHBoxLayout;
    states->addWidget(new IconText(u"circle-check"_s, Token::Ok, u"Active"_s, TextStyle::Label, Token::Ok));
    states->addWidget(
        new IconText(u"clock-alert"_s, Token::Warn, u"Expiring soon"_s, TextStyle::Label, Token::Warn));
    states->addWidget(new IconText(u"circle-x"_s, Token::Bad, u"Expired"_s, TextStyle::Label, Token::Bad));
    column->addLayout(states);
    column->addWidget(new TextLabel(u"Chips"_s, TextStyle::Group));
    column->addWidget(new Chips(roles({Role::Admin, Role::PowerUser, Role::Deployment, Role::Viewer})));
    column->addWidget(new TextLabel(u"Messages beside fields"_s, TextStyle::Group));
    const std::pair<FieldMessage::Kind, QString> messages[] = {
        {FieldMessage::Kind::Hint, u"Lower-case letters, numbers and underscores."_s},
        {FieldMessage::Kind::Ok, u"This name is free."_s},
        {FieldMessage::Kind::Bad, u"ci_deploy is taken. Choose another name."_s}};
    for (const auto &[kind, text] : messages) {
        auto *message = new FieldMessage(box);
        message->say(kind, text);
        column->addWidget(message);
    }
    column->addWidget(new TextLabel(u"Countdown and saved state"_s, TextStyle::Group));
    auto *countdown = new Countdown;
    countdown->begin(30);
    countdown->setSecondsLeft(23);
    column->addWidget(countdown);
    column->addWidget(
        new IconText(u"circle-check"_s, Token::Ok, u"Saved in the keychain"_s, TextStyle::Label, Token::Ok));
    return box;
}

QWidget *Sheet::banners()
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 8);
    column->addWidget(new TextLabel(u"Banners"_s, TextStyle::Group));
    column->addWidget(new Banner(Banner::Kind::Info, u"Information"_s,
                                 u"A blue banner explains. It never asks for haste."_s));
    column->addWidget(
        new Banner(Banner::Kind::Ok, u"Success"_s, u"A green banner says what was done and read back."_s));
    column->addWidget(new Banner(Banner::Kind::Warn, u"Warning"_s,
                                 u"An amber banner says what is lost if nothing is done."_s));
    auto *bad =
        new Banner(Banner::Kind::Bad, u"Error"_s, u"A red banner says what happened and what to do."_s);
    bad->addButton(u"Retry"_s, u"refresh-cw"_s);
    column->addWidget(bad);
    return box;
}

QWidget *Sheet::colours()
{
    auto *box = new QWidget;
    auto *column = columnOf(box, 8);
    column->addWidget(new TextLabel(u"Colours"_s, TextStyle::Group));
    auto *grid = new QGridLayout;
    const std::pair<Token, QString> tokens[] = {
        {Token::Window, u"window"_s}, {Token::Side, u"side"_s},     {Token::Sunken, u"sunken"_s},
        {Token::Fill, u"fill"_s},     {Token::Tint, u"tint"_s},     {Token::TintStrong, u"tintStrong"_s},
        {Token::Accent, u"accent"_s}, {Token::Border, u"border"_s}, {Token::Ok, u"ok"_s},
        {Token::Warn, u"warn"_s},     {Token::Bad, u"bad"_s},       {Token::Text2, u"text2"_s}};
    int place = 0;
    for (const auto &[token, name] : tokens) {
        const int line = place / 6 * 2;
        grid->addWidget(swatch(token), line, place % 6);
        grid->addWidget(new TextLabel(name, TextStyle::Caption, Token::Text2), line + 1, place % 6);
        ++place;
    }
    column->addLayout(grid);
    return box;
}
