// SPDX-License-Identifier: MIT
#pragma once

#include <compare>
#include <cstddef>
#include <iterator>

namespace loopscope {

/// Walks a list that hands out its elements by value, as if it were an array of them. `List` has `value_type`
/// and `operator[]`. Borrows the list; holds while it stays where it is, also when it grows.
template<class List>
class IndexIterator
{
public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = typename List::value_type;
    using difference_type = std::ptrdiff_t;
    using reference = value_type;

    /// What `->` needs: an element with an address.
    class Held
    {
    public:
        explicit Held(value_type value) : m_value(value) {}
        const value_type *operator->() const { return &m_value; }

    private:
        value_type m_value;
    };
    using pointer = Held;

    IndexIterator() = default;
    IndexIterator(const List *list, size_t index) : m_list(list), m_index(index) {}

    reference operator*() const { return (*m_list)[m_index]; }
    pointer operator->() const { return Held((*m_list)[m_index]); }
    reference operator[](difference_type by) const { return *(*this + by); }

    IndexIterator &operator+=(difference_type by)
    {
        m_index += size_t(by);
        return *this;
    }
    IndexIterator &operator-=(difference_type by) { return *this += -by; }
    IndexIterator &operator++() { return *this += 1; }
    IndexIterator &operator--() { return *this += -1; }
    IndexIterator operator++(int)
    {
        const IndexIterator before = *this;
        ++*this;
        return before;
    }
    IndexIterator operator--(int)
    {
        const IndexIterator before = *this;
        --*this;
        return before;
    }
    friend IndexIterator operator+(IndexIterator at, difference_type by) { return at += by; }
    friend IndexIterator operator+(difference_type by, IndexIterator at) { return at += by; }
    friend IndexIterator operator-(IndexIterator at, difference_type by) { return at -= by; }
    friend difference_type operator-(const IndexIterator &later, const IndexIterator &earlier)
    {
        return difference_type(later.m_index) - difference_type(earlier.m_index);
    }
    bool operator==(const IndexIterator &other) const { return m_index == other.m_index; }
    std::strong_ordering operator<=>(const IndexIterator &other) const { return m_index <=> other.m_index; }

private:
    const List *m_list = nullptr;
    size_t m_index = 0;
};

} // namespace loopscope
