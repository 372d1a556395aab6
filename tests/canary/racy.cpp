// SPDX-License-Identifier: MIT
// Two threads of Qt's write one number without a lock. ThreadSanitizer must say so: if it does not, a suppression or
// an option hides more than it should, and its silence about everything else is worth nothing.
#include <QThread>

#include <atomic>

namespace {

// Not QThread::create: that runs its function through pthread_once from inside Qt, where ThreadSanitizer, as it is
// set up here, looks away.
class Writer : public QThread
{
public:
    Writer(int &shared, std::atomic<int> &arrived) : m_shared(shared), m_arrived(arrived) {}

private:
    void run() override
    {
        // Both run at once; relaxed, because anything stronger would order what is to race.
        m_arrived.fetch_add(1, std::memory_order_relaxed);
        while (m_arrived.load(std::memory_order_relaxed) < 2)
            yieldCurrentThread();
        for (int i = 0; i < 1000; ++i)
            ++m_shared;
    }

    int &m_shared;
    std::atomic<int> &m_arrived;
};

} // namespace

int main()
{
    int shared = 0;
    std::atomic<int> arrived = 0;
    Writer one(shared, arrived);
    Writer other(shared, arrived);
    one.start();
    other.start();
    one.wait();
    other.wait();
    return shared == 0;
}
