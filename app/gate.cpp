#include "gate.h"

#include "board/pin.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace app {

using screens::PinFacts;

Gate::Gate(std::filesystem::path file, PinCost cost, Errands& errands)
    : m_store(std::make_shared<PinStore>(std::move(file), cost)), m_errands(errands) {
    auto const state = m_store->state();
    m_kind = state.kind;
    m_wrong = state.wrong;
    if (!state.waited && board::pin_wait_s(m_wrong) > 0) // how much of it had passed is not known: all of it, then
        m_unfinished_wait_s = board::pin_wait_s(m_wrong);
}

void Gate::pass(double now_s, bool touched) {
    m_now_s = now_s;
    if (auto const wait_s = std::exchange(m_unfinished_wait_s, std::nullopt)) {
        m_wait_until_s = now_s + *wait_s;
        m_wait_noted = false;
    }
    if (m_open && touched && m_locks_at_s > now_s)
        m_locks_at_s = now_s + open_for_s;
    if (m_open && now_s >= m_locks_at_s)
        lock();
    if (!m_wait_noted && now_s >= m_wait_until_s) {
        m_wait_noted = true;
        m_errands.run([store = m_store]() -> Errands::Report {
            store->note_waited();
            return {};
        });
    }
}

void Gate::lock() {
    m_open = false;
    m_choosing = false;
    m_new_code.clear();
    m_said = PinFacts::Said::Nothing;
}

void Gate::judged(PinStore::Attempt const& attempt, double now_s, std::function<void()> const& right) {
    using Answer = PinStore::Attempt::Answer;
    m_working -= 1;
    m_kind = attempt.answer == Answer::NotSet    ? PinState::Kind::NotSet
             : attempt.answer == Answer::Damaged ? PinState::Kind::Damaged
                                                 : PinState::Kind::Set;
    if (attempt.answer == Answer::Failed)
        m_said = PinFacts::Said::NoMemory;
    if (attempt.answer != Answer::Wrong && attempt.answer != Answer::Right)
        return;
    m_wrong = attempt.wrong;
    m_wait_until_s = now_s + board::pin_wait_s(m_wrong);
    m_wait_noted = m_wait_until_s <= now_s;
    if (attempt.answer == Answer::Right)
        return right();
    m_said = PinFacts::Said::Wrong;
}

void Gate::try_secret(PinStore::Secret secret, std::string typed, double now_s, std::function<void()> right) {
    if (m_working > 0 || now_s < m_wait_until_s || m_kind != PinState::Kind::Set)
        return;
    m_working += 1;
    m_said = PinFacts::Said::Nothing;
    m_errands.run([this, store = m_store, secret, typed = std::move(typed), right = std::move(right)] {
        auto const attempt = store->attempt(secret, typed);
        return [this, attempt, right] { judged(attempt, m_now_s, right); };
    });
}

void Gate::set(std::string pin, PinFacts::Said then) {
    m_working += 1;
    m_errands.run([this, store = m_store, pin = std::move(pin), then]() -> Errands::Report {
        auto const code = store->set(pin);
        return [this, code, then] {
            m_working -= 1;
            if (!code) {
                m_said = code.error().key == "pin.no_memory" ? PinFacts::Said::NoMemory : PinFacts::Said::NotKept;
                return;
            }
            m_kind = PinState::Kind::Set;
            m_wrong = 0;
            m_choosing = false;
            m_new_code = board::grouped_recovery_code(*code);
            m_said = then;
            m_open = true;
            m_locks_at_s = m_now_s + open_for_s;
        };
    });
}

void Gate::confirm(std::string pin, double now_s, std::function<void()> then) {
    try_secret(PinStore::Secret::Pin, std::move(pin), now_s, std::move(then));
}

void Gate::wish(screens::WallWish const& wish, double now_s) {
    if (auto const* pin = std::get_if<screens::OpenWithPin>(&wish)) {
        confirm(pin->pin, now_s, [this] {
            m_open = true;
            m_locks_at_s = m_now_s + open_for_s;
        });
    } else if (auto const* code = std::get_if<screens::OpenWithCode>(&wish)) {
        try_secret(PinStore::Secret::RecoveryCode, board::plain_recovery_code(code->code), now_s,
                   [this] { m_choosing = true; });
    } else if (auto const* fresh = std::get_if<screens::ChoosePin>(&wish)) {
        bool const may = m_kind == PinState::Kind::NotSet || m_choosing;
        if (may && m_working == 0 && !board::fault_of_pin(fresh->pin))
            set(fresh->pin, PinFacts::Said::Nothing);
    } else if (auto const* change = std::get_if<screens::ChangePin>(&wish)) {
        if (m_open && !board::fault_of_pin(change->new_pin))
            confirm(change->old_pin, now_s, [this, pin = change->new_pin] { set(pin, PinFacts::Said::Changed); });
    } else if (std::holds_alternative<screens::CodeIsWritten>(wish)) {
        m_new_code.clear();
        m_said = PinFacts::Said::Nothing;
    }
}

PinFacts Gate::facts(double now_s) const {
    PinFacts facts;
    facts.state = m_kind == PinState::Kind::NotSet ? PinFacts::State::NotSet
                  : m_kind == PinState::Kind::Set  ? PinFacts::State::Set
                                                   : PinFacts::State::Damaged;
    facts.choosing = m_choosing;
    facts.working = m_working > 0;
    facts.wait_s = static_cast<int>(std::ceil(std::max(0.0, m_wait_until_s - now_s)));
    facts.new_code = m_new_code;
    facts.said = m_said;
    facts.free_tries = std::max(0, board::free_pin_tries - m_wrong);
    return facts;
}

double Gate::next_change_s(double now_s) const {
    double next = std::numeric_limits<double>::infinity();
    auto const seconds = [&](double until_s) { // a countdown shows whole seconds
        double const left = until_s - now_s;
        if (left > 0)
            next = std::min(next, until_s - std::ceil(left) + 1 + 0.01);
    };
    if (m_open)
        seconds(m_locks_at_s);
    seconds(m_wait_until_s);
    return next;
}

} // namespace app
