#include "ui/connections/credentialfield.h"

#include "ui/style/metrics.h"
#include "ui/widgets/button.h"
#include "ui/widgets/tokenedit.h"
#include "ui/widgets/valuefield.h"

#include <QHBoxLayout>
#include <QSignalBlocker>

CredentialField::CredentialField(QWidget *parent)
    : QWidget(parent)
    , m_where(new ValueField(tr("Token")))
    , m_replace(new Button(tr("Replace…"), ButtonKind::Plain))
    , m_edit(new TokenEdit)
{
    m_edit->setAccessibleName(tr("Token"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins({});
    row->setSpacing(Metrics::buttonGap);
    row->addWidget(m_where, 1);
    row->addWidget(m_replace);
    row->addWidget(m_edit, 1);
    say({});
    connect(m_edit, &QLineEdit::textChanged, this, &CredentialField::edited);
    connect(m_replace, &Button::clicked, this, [this] {
        say({});
        m_edit->setFocus(Qt::OtherFocusReason);
        Q_EMIT replaceRequested();
    });
}

void CredentialField::say(const QString &where)
{
    const QSignalBlocker blocker(m_edit);
    m_edit->clear();
    m_where->setText(where);
    m_where->setCursorPosition(0);
    m_where->setVisible(!where.isEmpty());
    m_replace->setVisible(!where.isEmpty());
    m_edit->setVisible(where.isEmpty());
    // The first of its parts: Tab passes over those before the proxy.
    setFocusProxy(where.isEmpty() ? static_cast<QLineEdit *>(m_edit) : m_where);
}

bool CredentialField::isTyping() const
{
    return !m_edit->isHidden();
}

SecretText CredentialField::secret() const
{
    return m_edit->secret();
}
