// SPDX-License-Identifier: MIT
// Two threads of Qt's write one number without a lock. ThreadSanitizer must say so: if it does not, a suppression or
// an option hides more than it should, and its silence about everything else is worth nothing.
#include <QThread>

#include <atomic>
#include <memory>

int main()
{
    int shared = 0;
    std::atomic<int> arrived = 0;
    const auto write = [&] {
        // Both run at once; relaxed, because anything stronger would order what is to race.
        arrived.fetch_add(1, std::memory_order_relaxed);
        while (arrived.load(std::memory_order_relaxed) < 2)
            QThread::yieldCurrentThread();
        for (int i = 0; i < 1000; ++i)
            ++shared;
    };
    const std::unique_ptr<QThread> one(QThread::create(write));
    const std::unique_ptr<QThread> other(QThread::create(write));
    one->start();
    other->start();
    one->wait();
    other->wait();
    return shared == 0;
}
