// The process that decodes: the same program, started again with "decode-image" as its first word. It reads a picture
// from file descriptor 0, writes an answer to 1, and can do nothing else, for a picture may take it over.
#pragma once

namespace photos {

inline constexpr char const decoder_word[] = "decode-image";

/// After the word stand "keep", or "show" with a width and a height, and "inside" or "exactly". The exit status.
int run_decoder_child(int argc, char const* const* argv);

} // namespace photos
