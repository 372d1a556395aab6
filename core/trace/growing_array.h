// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <memory>
#include <new>
#include <span>
#include <type_traits>

namespace loopscope {

/// A list of plain records that only grows, for millions of them. Unlike std::vector it asks the system to
/// extend the memory it has, which moves pages instead of copying bytes: while it grows, a long list never
/// stands in memory twice.
template<class T>
class GrowingArray
{
    static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= alignof(std::max_align_t));

public:
    GrowingArray() = default;
    GrowingArray(GrowingArray &&other) noexcept { swap(other); }
    GrowingArray &operator=(GrowingArray &&other) noexcept
    {
        GrowingArray(std::move(other)).swap(*this);
        return *this;
    }

    [[nodiscard]] size_t size() const { return m_size; }
    [[nodiscard]] bool empty() const { return m_size == 0; }
    [[nodiscard]] T &operator[](size_t at) { return m_data.get()[at]; }
    [[nodiscard]] const T &operator[](size_t at) const { return m_data.get()[at]; }
    [[nodiscard]] T &back() { return m_data.get()[m_size - 1]; }
    [[nodiscard]] const T &back() const { return m_data.get()[m_size - 1]; }
    [[nodiscard]] T *begin() { return m_data.get(); }
    [[nodiscard]] T *end() { return m_data.get() + m_size; }
    [[nodiscard]] std::span<const T> items() const { return {m_data.get(), m_size}; }

    void append(const T &item)
    {
        if (m_size == m_room) {
            const T kept = item; // may be one of ours, which are about to move
            setRoom(m_room < 8 ? m_room + 4 : m_room + m_room / 2);
            m_data.get()[m_size++] = kept;
            return;
        }
        m_data.get()[m_size++] = item;
    }
    /// `items` are none of ours.
    void append(std::span<const T> items)
    {
        if (items.size() > m_room - m_size)
            setRoom(std::max(m_size + items.size(), m_room + m_room / 2));
        std::copy(items.begin(), items.end(), end());
        m_size += items.size();
    }
    void reserve(size_t room)
    {
        if (room > m_room)
            setRoom(room);
    }
    /// New items are zero.
    void resize(size_t size)
    {
        if (size > m_room)
            setRoom(size);
        for (; m_size < size; ++m_size)
            m_data.get()[m_size] = T{};
        m_size = size;
    }
    /// Keeps the first items and gives back the memory that is not needed for them.
    void shrinkTo(size_t size)
    {
        m_size = size;
        if (size == 0)
            *this = {};
        else if (size < m_room)
            setRoom(size);
    }
    [[nodiscard]] size_t bytes() const { return m_room * sizeof(T); }

private:
    struct Free
    {
        void operator()(T *memory) const { std::free(memory); }
    };

    void setRoom(size_t room)
    {
        void *memory = std::realloc(static_cast<void *>(m_data.get()), room * sizeof(T));
        if (!memory)
            throw std::bad_alloc();
        static_cast<void>(m_data.release()); // it has moved
        m_data.reset(static_cast<T *>(memory));
        m_room = room;
    }
    void swap(GrowingArray &other) noexcept
    {
        std::swap(m_data, other.m_data);
        std::swap(m_size, other.m_size);
        std::swap(m_room, other.m_room);
    }

    std::unique_ptr<T, Free> m_data;
    size_t m_size = 0;
    size_t m_room = 0;
};

} // namespace loopscope
