// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <utility>

namespace loopscope {

/// Counts its owners; deletes itself when the last one lets go. The count is not atomic: objects of a loop live
/// and die on the loop's thread.
class RefCounted
{
public:
    RefCounted() = default;
    RefCounted(const RefCounted &) = delete;
    RefCounted &operator=(const RefCounted &) = delete;

    void retain() noexcept { ++m_owners; }
    void release() noexcept
    {
        if (--m_owners == 0)
            delete this;
    }

protected:
    virtual ~RefCounted() = default;

private:
    quint32 m_owners = 0;
};

/// One owner of a RefCounted object, or of none.
template<class T>
class Ref
{
public:
    Ref() = default;
    explicit Ref(T *object) noexcept : m_object(object)
    {
        if (m_object)
            m_object->retain();
    }
    Ref(const Ref &other) noexcept : Ref(other.m_object) {}
    Ref(Ref &&other) noexcept : m_object(std::exchange(other.m_object, nullptr)) {}
    template<class U>
    Ref(const Ref<U> &other) noexcept : Ref(other.get()) {}
    template<class U>
    Ref(Ref<U> &&other) noexcept : m_object(other.detach()) {}
    ~Ref()
    {
        if (m_object)
            m_object->release();
    }
    Ref &operator=(Ref other) noexcept
    {
        std::swap(m_object, other.m_object);
        return *this;
    }

    [[nodiscard]] T *get() const noexcept { return m_object; }
    /// Gives the ownership away as a bare pointer.
    [[nodiscard]] T *detach() noexcept { return std::exchange(m_object, nullptr); }
    T *operator->() const noexcept { return m_object; }
    T &operator*() const noexcept { return *m_object; }
    explicit operator bool() const noexcept { return m_object != nullptr; }
    bool operator==(const Ref &other) const noexcept { return m_object == other.m_object; }

private:
    T *m_object = nullptr;
};

template<class T, class... Args>
[[nodiscard]] Ref<T> makeRef(Args &&...args)
{
    return Ref<T>(new T(std::forward<Args>(args)...));
}

} // namespace loopscope
