// One field of an exported file, read with suspicion. Knows the kinds of value there are, and none of the fields.
#pragma once

#include "board/board.h"
#include "exporters/names.h"

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

namespace app {

/// A place in the file. What is missing or of the wrong kind reads as an empty value, and the first such place is
/// remembered in `wrong`.
class Field {
  public:
    Field(nlohmann::json const& value, std::string path, std::string& wrong)
        : m_value(&value), m_path(std::move(path)), m_wrong(&wrong) {}

    Field operator[](char const* key) const {
        static nlohmann::json const nothing;
        std::string path = m_path + "/" + key;
        if (!m_value->is_object() || !m_value->contains(key)) {
            note(path);
            return {nothing, std::move(path), *m_wrong};
        }
        return {(*m_value)[key], std::move(path), *m_wrong};
    }

    std::string text() const { return checked<std::string>(m_value->is_string()); }
    double number() const { return checked<double>(m_value->is_number()); }
    bool yes() const { return checked<bool>(m_value->is_boolean()); }
    int whole() const {
        // get<double> holds every int exactly and cannot overflow.
        double const value = checked<double>(m_value->is_number_integer());
        bool const fits = value >= std::numeric_limits<int>::min() && value <= std::numeric_limits<int>::max();
        return fits ? static_cast<int>(value) : wrong(0);
    }
    board::Date date() const { return parsed(board::parse_date(text())); }
    board::Instant instant() const { return parsed(board::parse_instant(text())); }
    /// A stroke on a drawing of that height.
    std::vector<board::InkPoint> points(int height) const { return parsed(board::unpacked(text(), height)); }
    board::Uuid uuid() const { return parsed(board::parse_uuid(text())); }
    template <class Id> Id id() const { return Id{uuid()}; }
    template <class E> E word() const { return parsed(exporters::from_name<E>(text())); }

    /// `read(field)`, or nothing where the file has null.
    template <class Read> auto optional(Read read) const -> std::optional<decltype(read(*this))> {
        if (m_value->is_null())
            return std::nullopt;
        return read(*this);
    }
    template <class Read> auto list(Read read) const {
        std::vector<decltype(read(*this))> all;
        if (!m_value->is_array()) {
            note(m_path);
            return all;
        }
        for (std::size_t i = 0; i < m_value->size(); ++i)
            all.push_back(read(Field((*m_value)[i], m_path + "/" + std::to_string(i), *m_wrong)));
        return all;
    }

  private:
    void note(std::string const& path) const {
        if (m_wrong->empty())
            *m_wrong = path;
    }
    template <class T> T wrong(T value) const {
        note(m_path);
        return value;
    }
    template <class T> T checked(bool is_kind) const { return is_kind ? m_value->get<T>() : wrong(T{}); }
    template <class T> T parsed(std::optional<T> const& value) const { return value ? *value : wrong(T{}); }

    nlohmann::json const* m_value;
    std::string m_path;
    std::string* m_wrong;
};

} // namespace app
