// A stand-in for apono-local-api that misbehaves as it is told: fake_local_api [options of the real one]
// MODE.

#include <csignal>
#include <cstdio>
#include <iostream>
#include <string>
#include <unistd.h>

namespace {

/// As apono-local-api takes it: 32 to 256 printable characters of ASCII.
bool isCredential(const std::string &line)
{
    if (line.size() < 32 || line.size() > 256)
        return false;
    for (const char character : line) {
        if (character <= ' ' || character > '~')
            return false;
    }
    return true;
}

int refuse(const char *sentence)
{
    std::cerr << "a line before it\n" << sentence << std::endl;
    return 1;
}

void announce()
{
    std::cout << "Listening on http://127.0.0.1:" << 20000 + getpid() % 40000 << std::endl;
}

} // namespace

int main(int argc, char *argv[])
{
    const std::string mode = argv[argc - 1];
    if (mode == "refuse")
        return refuse("The folder is in use by another server.");
    if (mode == "silent")
        pause();
    if (mode == "stranger")
        std::cout << "Hello from some other program" << std::endl;

    std::string credential;
    std::getline(std::cin, credential);
    if (!isCredential(credential))
        return refuse("There is no credential on standard input.");
    if (mode == "deaf")
        std::signal(SIGTERM, SIG_IGN);
    if (mode == "crash at start")
        std::raise(SIGKILL);
    announce();
    if (mode == "die at once") {
        std::cerr << "Out of everything." << std::endl;
        std::raise(SIGKILL);
    }
    std::string rest;
    while (std::getline(std::cin, rest))
        continue;
    if (mode == "deaf")
        pause();
    return 0;
}
