// A text being written: UTF-8 with a caret. It edits by whole graphemes and never leaves the text invalid.
#pragma once

#include <string>
#include <string_view>

namespace ui {

class TextBuffer {
  public:
    TextBuffer() = default;
    explicit TextBuffer(std::string_view text, int max_characters = 280);

    std::string const& text() const { return m_text; }
    /// Byte offset, always at a grapheme's boundary.
    int caret() const { return m_caret; }
    int characters() const; ///< code points
    int max_characters() const { return m_max; }
    bool empty() const { return m_text.empty(); }
    /// Typing was refused because the text is full; cleared by the next change.
    bool hit_limit() const { return m_hit_limit; }

    void set(std::string_view text);
    /// At the caret. False and unchanged when it would grow past the limit.
    bool insert(std::string_view utf8);
    /// Takes the grapheme before the caret.
    void backspace();
    void erase_forward();
    void left();
    void right();
    void to_start();
    void to_end();
    /// The nearest grapheme boundary at or before `byte`.
    void place_caret(int byte);
    /// Puts `utf8` in the place of the grapheme before the caret (an accent chosen by hold).
    void replace_before(std::string_view utf8);
    /// The letters and digits that end at the caret; none when the word goes on after it.
    std::string_view word_before_caret() const;
    /// Puts `utf8` in the place of that word. False and unchanged when it would grow past the limit.
    bool replace_word(std::string_view utf8);
    /// One space stands before the caret, and a letter or a digit before that.
    bool after_word_and_space() const;
    /// Nothing before the caret but spaces, or a full stop, !, ? and space: a capital comes next.
    bool at_sentence_start() const;

  private:
    bool exchange(int begin, std::string_view utf8);
    int before() const; ///< the grapheme boundary before the caret
    int after() const;  ///< the one after it

    std::string m_text;
    int m_caret = 0;
    int m_max = 280;
    bool m_hit_limit = false;
};

} // namespace ui
