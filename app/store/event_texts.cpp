#include "store/event_texts.h"

#include "store/event_fields.h"

#include <type_traits>

namespace store {

namespace {

class TextVisitor {
  public:
    explicit TextVisitor(VisitText const& visit) : m_visit(visit) {}

    template <class T> void operator()(char const* name, T& value) { look(name, value); }
    template <class T> void later(char const* name, T& value, T const&) { look(name, value); }

  private:
    void look(char const* name, std::string& text) { m_visit(name, text); }
    void look(char const*, board::Photo&) {} // its only text is a hash
    void look(char const*, board::Date&) {}
    void look(char const*, board::RoundNo&) {}
    void look(char const*, std::vector<board::InkPoint>&) {}
    template <class Tag> void look(char const*, board::StrongUuid<Tag>&) {}

    template <class T> void look(char const* name, std::optional<T>& value) {
        if (value)
            look(name, *value);
    }
    template <class T> void look(char const* name, std::vector<T>& list) {
        for (T& item : list)
            look(name, item);
    }
    template <class T> void look(char const*, T& part) {
        if constexpr (!std::is_arithmetic_v<T> && !std::is_enum_v<T>)
            fields(*this, part);
    }

    VisitText const& m_visit;
};

} // namespace

void visit_texts(board::Event& event, VisitText const& visit) {
    TextVisitor visitor(visit);
    std::visit([&](auto& one) { fields(visitor, one); }, static_cast<board::AnyEvent&>(event));
}

} // namespace store
