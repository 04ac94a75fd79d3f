// Walks the fields of event_fields.h to write them and to read them. Reading is strict: what is missing,
// unknown or of another kind makes the event unreadable, and no error ever quotes what people wrote. A start
// reads all events there ever were, so simdjson reads them.
#include "store/event_json.h"

#include "store/event_fields.h"

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <simdjson.h>
#include <type_traits>
#include <utility>

namespace store {

namespace {

using nlohmann::json;
using Value = simdjson::dom::element;
using Object = simdjson::dom::object;

template <class T>
concept Enumeration = std::is_enum_v<T>;

class FieldWriter {
  public:
    template <class T> void operator()(char const* name, T& value) { m_object[name] = written(value); }

    template <class T> void operator()(char const* name, std::optional<T>& value) {
        if (value)
            m_object[name] = written(*value);
    }

    /// A field that came later, which says nothing when it is its default.
    template <class T> void later(char const* name, T& value, T const& otherwise) {
        if (value != otherwise)
            m_object[name] = written(value);
    }

    json take() { return std::move(m_object); }

  private:
    static json written(bool value) { return value; }
    static json written(int value) { return value; }
    static json written(double value) { return value; }
    static json written(std::string& value) { return value; }
    static json written(board::Date value) { return board::to_iso(value); }
    static json written(board::RoundNo value) { return value.value; }
    static json written(std::vector<board::InkPoint>& points) { return board::packed(points); }
    template <class Tag> static json written(board::StrongUuid<Tag>& id) { return to_string(id.value); }
    template <Enumeration E> static json written(E& value) { return words<E>.at(static_cast<std::size_t>(value)); }

    template <class T> static json written(std::vector<T>& list) {
        json array = json::array();
        for (T& item : list)
            array.push_back(written(item));
        return array;
    }

    template <class T> static json written(T& part) {
        FieldWriter writer;
        fields(writer, part);
        return writer.take();
    }

    json m_object = json::object();
};

/// Reads one object. The first thing that is wrong stays in `error`, which is empty until then.
class FieldReader {
  public:
    FieldReader(Object object, std::string& error) : m_object(object), m_error(error) {}

    template <class T> void operator()(char const* name, T& value) {
        if (!read_if_there(name, value))
            fail(name, "is missing");
    }

    template <class T> void operator()(char const* name, std::optional<T>& value) {
        if (auto const found = find(name))
            read_known(name, *found, value.emplace());
    }

    template <class T> void later(char const* name, T& value, T const& otherwise) {
        value = otherwise;
        read_if_there(name, value);
    }

    /// A field that is there but was not asked for, or is there twice, would be lost, so it is an error too.
    void finish() {
        if (m_known != m_object.size())
            fail("the object", "has fields that are not known");
    }

  private:
    std::optional<Value> find(char const* name) const {
        Value value;
        return m_object.at_key(name).get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
    }

    template <class T> bool read_if_there(char const* name, T& value) {
        auto const found = find(name);
        if (found)
            read_known(name, *found, value);
        return found.has_value();
    }

    template <class T> void read_known(char const* name, Value from, T& value) {
        ++m_known;
        if (!read(from, value))
            fail(name, "cannot be read");
    }

    void fail(std::string const& name, char const* problem) {
        if (m_error.empty())
            m_error = name + ' ' + problem;
    }

    /// Nothing when it is of another kind.
    template <class T> static std::optional<T> as(Value from) {
        T value{};
        return from.get(value) == simdjson::SUCCESS ? std::optional(value) : std::nullopt;
    }

    /// Puts what was found where it belongs; false when nothing was.
    template <class T> static bool put(std::optional<T> found, T& value) {
        value = found ? std::move(*found) : T{};
        return found.has_value();
    }

    bool read(Value from, bool& value) { return put(as<bool>(from), value); }

    bool read(Value from, int& value) {
        auto const number = as<std::int64_t>(from);
        bool const fits = number && std::in_range<int>(*number);
        value = fits ? static_cast<int>(*number) : 0;
        return fits;
    }

    bool read(Value from, double& value) { return put(as<double>(from), value) && std::isfinite(value); }

    bool read(Value from, std::string& value) {
        auto const text = as<std::string_view>(from);
        value = text.value_or(std::string_view());
        return text.has_value();
    }

    bool read(Value from, board::RoundNo& value) { return read(from, value.value); }

    bool read(Value from, board::Date& value) {
        auto const text = as<std::string_view>(from);
        return put(text ? board::parse_date(*text) : std::nullopt, value);
    }

    template <class Tag> bool read(Value from, board::StrongUuid<Tag>& id) {
        auto const text = as<std::string_view>(from);
        return put(text ? board::parse_uuid(*text) : std::nullopt, id.value);
    }

    template <Enumeration E> bool read(Value from, E& value) {
        auto const word = as<std::string_view>(from).value_or(std::string_view());
        auto const found = std::find(words<E>.begin(), words<E>.end(), word);
        value = static_cast<E>(found - words<E>.begin());
        return found != words<E>.end();
    }

    bool read(Value from, std::vector<board::InkPoint>& points) {
        auto const text = as<std::string_view>(from);
        return put(text ? board::unpacked(*text, board::tallest_ink) : std::nullopt, points);
    }

    bool read(Value from, board::Ink& ink) { return read_object(from, ink) && is_on_grid(ink); }

    template <class T> bool read(Value from, std::vector<T>& list) {
        auto const array = as<simdjson::dom::array>(from);
        return array &&
               std::all_of(array->begin(), array->end(), [&](Value item) { return read(item, list.emplace_back()); });
    }

    template <class T> bool read(Value from, T& part) { return read_object(from, part); }

    template <class T> bool read_object(Value from, T& part) {
        auto const object = as<Object>(from);
        if (!object)
            return false;
        FieldReader reader(*object, m_error);
        fields(reader, part);
        reader.finish();
        return m_error.empty();
    }

    Object m_object;
    std::string& m_error;
    std::size_t m_known = 0;
};

template <class E> tl::expected<board::Event, std::string> read_event(Object object) {
    std::string error;
    E event;
    FieldReader reader(object, error);
    fields(reader, event);
    reader.finish();
    if (!error.empty())
        return tl::unexpected(std::string(type_name<E>) + ": " + error);
    return event;
}

/// Tries one type of event after another.
template <std::size_t index = 0> tl::expected<board::Event, std::string> read_as(std::string_view type, Object object) {
    if constexpr (index == std::variant_size_v<board::AnyEvent>) {
        return tl::unexpected(std::string("an event of no known type"));
    } else {
        using E = std::variant_alternative_t<index, board::AnyEvent>;
        static_assert(!type_name<E>.empty(), "an event needs a name");
        return type == type_name<E> ? read_event<E>(object) : read_as<index + 1>(type, object);
    }
}

} // namespace

std::string_view event_type(board::Event const& event) {
    return std::visit([]<class E>(E const&) { return type_name<E>; }, event);
}

int event_version(board::Event const&) { return 1; }

std::string to_json(board::Event const& event) {
    FieldWriter writer;
    board::Event copy = event;
    std::visit([&](auto& fresh) { fields(writer, fresh); }, copy);
    // The board lets no broken UTF-8 in. Should some get here, the rest of the text is worth more than an end.
    return writer.take().dump(-1, ' ', false, json::error_handler_t::replace);
}

tl::expected<board::Event, std::string> event_from_json(std::string_view type, int version, std::string_view text) {
    if (version != 1)
        return tl::unexpected("an event of version " + std::to_string(version));
    thread_local simdjson::dom::parser parser; // what it reads lies in it until the next
    Object object;
    if (parser.parse(text.data(), text.size()).get(object) != simdjson::SUCCESS)
        return tl::unexpected(std::string("not a JSON object"));
    return read_as(type, object);
}

} // namespace store
