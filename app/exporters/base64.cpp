#include "exporters/base64.h"

#include <sodium.h>

namespace exporters {

namespace {
constexpr int variant = sodium_base64_VARIANT_ORIGINAL;
}

std::string to_base64(std::string_view bytes) {
    std::string text(sodium_base64_encoded_len(bytes.size(), variant), '\0');
    sodium_bin2base64(text.data(), text.size(), reinterpret_cast<unsigned char const*>(bytes.data()), bytes.size(),
                      variant);
    text.pop_back(); // the end of a C string
    return text;
}

std::optional<std::string> from_base64(std::string_view text) {
    std::string bytes(text.size(), '\0');
    std::size_t size = 0;
    char const* end = nullptr;
    int const failed = sodium_base642bin(reinterpret_cast<unsigned char*>(bytes.data()), bytes.size(), text.data(),
                                         text.size(), nullptr, &size, &end, variant);
    if (failed != 0 || end != text.data() + text.size())
        return {};
    bytes.resize(size);
    return bytes;
}

} // namespace exporters
