#pragma once

#include <QByteArray>
#include <QIODevice>

/// The body of a POST or a PUT that can be read once. QNetworkAccessManager sends a request again by itself
/// when the connection ends without an answer, whatever its method; a body that cannot be rewound makes it
/// give up with ContentReSendError instead, so that one call is one request on the wire.
class OneShotBody : public QIODevice
{
    Q_OBJECT
public:
    explicit OneShotBody(QByteArray bytes, QObject *parent = nullptr);

    bool isSequential() const override { return true; }
    bool atEnd() const override { return m_position == m_bytes.size(); }
    qint64 bytesAvailable() const override;
    /// Always refused.
    bool reset() override { return false; }

    /// Whether any of it was read, so that it may be on its way.
    bool wasRead() const { return m_position > 0; }
    /// What was not read by now will not be.
    void withhold() { m_position = m_bytes.size(); }

protected:
    qint64 readData(char *data, qint64 maximum) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    QByteArray m_bytes;
    qsizetype m_position = 0;
};
