// The floor for the console's start: a program that does nothing but open a window with a table, fetch one
// page over HTTP and show it. Called with the address of the page; the token comes as a line on standard
// input, because arguments can be read by everybody.

#include "tests/benchmarks/floormodel.h"
#include "tests/benchmarks/floortable.h"

#include <QApplication>
#include <QHeaderView>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QUrl>

#include <cstdio>
#include <iostream>
#include <string>

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    if (application.arguments().size() != 2) {
        std::fputs("usage: floor ADDRESS-OF-A-PAGE < TOKEN\n", stderr);
        return 2;
    }
    std::string token;
    std::getline(std::cin, token);

    FloorModel model;
    FloorTable table;
    table.setModel(&model);
    // As the console's: rows of one height, so that nothing is measured row by row.
    table.verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    table.setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    table.setWordWrap(false);
    table.resize(1280, 800);
    table.show();

    QNetworkAccessManager network;
    QNetworkRequest request(QUrl(application.arguments().at(1)));
    request.setRawHeader("Authorization", QByteArray("Bearer ") + QByteArray::fromStdString(token));
    QNetworkReply *reply = network.get(request);
    QObject::connect(reply, &QNetworkReply::finished, &application, [reply, &model] {
        if (reply->error() != QNetworkReply::NoError || !model.read(reply->readAll())) {
            std::fputs("the page could not be read\n", stderr);
            QCoreApplication::exit(1);
        }
    });
    return application.exec();
}
