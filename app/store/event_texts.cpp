#include "store/event_texts.h"

#include "store/event_fields.h"

#include <type_traits>

namespace store {

namespace {

using Visit = std::function<void(std::string&)>;

class TextVisitor {
  public:
    explicit TextVisitor(Visit const& visit) : m_visit(visit) {}

    template <class T> void operator()(char const*, T& value) { look(value); }
    template <class T> void later(char const*, T& value, T const&) { look(value); }

  private:
    void look(std::string& text) { m_visit(text); }
    void look(board::Photo&) {} // its only text is a hash
    void look(board::Date&) {}
    void look(board::RoundNo&) {}
    void look(std::vector<board::InkPoint>&) {}
    template <class Tag> void look(board::StrongUuid<Tag>&) {}

    template <class T> void look(std::optional<T>& value) {
        if (value)
            look(*value);
    }
    template <class T> void look(std::vector<T>& list) {
        for (T& item : list)
            look(item);
    }
    template <class T> void look(T& part) {
        if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>)
            fields(*this, part);
    }

    Visit const& m_visit;
};

} // namespace

void visit_texts(board::Event& event, Visit const& visit) {
    TextVisitor visitor(visit);
    std::visit([&](auto& one) { fields(visitor, one); }, static_cast<board::AnyEvent&>(event));
}

} // namespace store
