#include "tests/support/memorytokenvault.h"

#include <utility>

void MemoryTokenVault::release()
{
    m_holding = false;
    const auto waiting = std::exchange(m_waiting, {});
    for (const auto &give : waiting)
        give();
}

const SecretText *MemoryTokenVault::find(const VaultEntry &entry) const
{
    const auto found = m_texts.find(entry.user());
    return found == m_texts.cend() ? nullptr : &found->second;
}

void MemoryTokenVault::put(const VaultEntry &entry, const QByteArray &text)
{
    m_texts[entry.user()] = SecretText::fromUtf8(text);
}

template <class T>
Call MemoryTokenVault::answer(QObject *context, Continuation<T> then, Result<T> result)
{
    const Promise<T> promise(context, std::move(then));
    const auto kept = std::make_shared<Result<T>>(std::move(result));
    if (m_holding)
        m_waiting.push_back([promise, kept] { promise.finish(std::move(*kept)); });
    else
        promise.finishLater(std::move(*kept));
    return promise.call();
}

Call MemoryTokenVault::write(const VaultEntry &entry, SecretText text, Existing existing, QObject *context,
                             Continuation<Done> then)
{
    if (!m_failure && existing == Existing::Keep && has(entry))
        return answer<Done>(context, std::move(then), Error(ErrorKind::KeychainEntryExists));
    ++m_writes;
    if (m_failure)
        return answer<Done>(context, std::move(then), *m_failure);
    m_texts[entry.user()] = std::move(text);
    return answer<Done>(context, std::move(then), Done());
}

Call MemoryTokenVault::read(const VaultEntry &entry, Deadline /*deadline*/, QObject *context,
                            Continuation<SecretText> then)
{
    if (m_failure)
        return answer<SecretText>(context, std::move(then), *m_failure);
    const SecretText *text = find(entry);
    if (!text)
        return answer<SecretText>(context, std::move(then), Error(ErrorKind::KeychainEntryMissing));
    return answer<SecretText>(context, std::move(then), text->clone());
}

Call MemoryTokenVault::remove(const VaultEntry &entry, Deadline /*deadline*/, QObject *context,
                              Continuation<Done> then)
{
    if (m_failure)
        return answer<Done>(context, std::move(then), *m_failure);
    m_texts.erase(entry.user());
    return answer<Done>(context, std::move(then), Done());
}
