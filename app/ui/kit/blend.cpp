// Four pixels at a time where the processor has SSE2 (every 64-bit PC), else one at a time; the numbers are the same.
#include "ui/kit/blend.h"

#include <algorithm>
#include <cstring>
#ifdef __SSE2__
#include <emmintrin.h>
#endif

namespace ui {

namespace {

void paint_one(std::uint32_t& to, Ink ink, std::uint32_t coverage) {
    std::uint32_t const alpha = divided_by_255(coverage * ink.alpha);
    to = alpha == 255 ? ink.rgb : over(to, ink.rgb, alpha);
}

#ifdef __SSE2__

// All inline: they are the innermost loop.

/// Eight channels, 16 bits each, divided by 255 to the nearest.
inline __m128i divided(__m128i x) {
    __m128i const y = _mm_add_epi16(x, _mm_set1_epi16(128));
    return _mm_srli_epi16(_mm_add_epi16(y, _mm_srli_epi16(y, 8)), 8);
}

/// Two pixels: `colour` at `alpha` over `under`, one channel in each 16 bits.
inline __m128i mixed(__m128i under, __m128i colour, __m128i alpha) {
    __m128i const rest = _mm_sub_epi16(_mm_set1_epi16(255), alpha);
    return divided(_mm_add_epi16(_mm_mullo_epi16(colour, alpha), _mm_mullo_epi16(under, rest)));
}

/// Four pixels; `alpha` has each pixel's opacity in all its four bytes.
inline void paint_four(std::uint32_t* to, __m128i colour, __m128i alpha) {
    __m128i const zero = _mm_setzero_si128();
    auto* const place = reinterpret_cast<__m128i*>(to);
    __m128i const under = _mm_loadu_si128(place);
    __m128i const low = mixed(_mm_unpacklo_epi8(under, zero), colour, _mm_unpacklo_epi8(alpha, zero));
    __m128i const high = mixed(_mm_unpackhi_epi8(under, zero), colour, _mm_unpackhi_epi8(alpha, zero));
    _mm_storeu_si128(place, _mm_packus_epi16(low, high));
}

inline __m128i channels(std::uint32_t rgb) {
    return _mm_unpacklo_epi8(_mm_set1_epi32(static_cast<int>(rgb)), _mm_setzero_si128());
}

/// These give the number of pixels done, a multiple of four.
int fill_fours(std::uint32_t* to, int count, std::uint32_t rgb) {
    __m128i const colour = _mm_set1_epi32(static_cast<int>(rgb));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        _mm_storeu_si128(reinterpret_cast<__m128i*>(to + i), colour);
    }
    return i;
}

int paint_fours(std::uint32_t* to, int count, Ink ink) {
    __m128i const colour = channels(ink.rgb), alpha = _mm_set1_epi8(static_cast<char>(ink.alpha));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        paint_four(to + i, colour, alpha);
    }
    return i;
}

int paint_covered_fours(std::uint32_t* to, std::uint8_t const* coverage, int count, Ink ink) {
    __m128i const colour = channels(ink.rgb), times = _mm_set1_epi16(static_cast<short>(ink.alpha));
    int i = 0;
    for (; i + 4 <= count; i += 4) {
        std::uint32_t four = 0;
        std::memcpy(&four, coverage + i, sizeof four);
        if (four == 0) {
            continue;
        }
        __m128i const scaled = divided(
            _mm_mullo_epi16(_mm_unpacklo_epi8(_mm_cvtsi32_si128(static_cast<int>(four)), _mm_setzero_si128()), times));
        __m128i const twice = _mm_unpacklo_epi16(scaled, scaled); // a a b b c c d d, 16 bits each
        __m128i const pairs = _mm_packus_epi16(_mm_unpacklo_epi32(twice, twice), _mm_unpackhi_epi32(twice, twice));
        paint_four(to + i, colour, pairs);
    }
    return i;
}

#else

int fill_fours(std::uint32_t*, int, std::uint32_t) { return 0; }
int paint_fours(std::uint32_t*, int, Ink) { return 0; }
int paint_covered_fours(std::uint32_t*, std::uint8_t const*, int, Ink) { return 0; }

#endif

} // namespace

void paint(std::uint32_t* to, int count, Ink ink) {
    if (ink.alpha == 255) {
        int const done = fill_fours(to, count, ink.rgb);
        std::fill_n(to + done, count - done, ink.rgb);
        return;
    }
    for (int i = paint_fours(to, count, ink); i < count; ++i) {
        to[i] = over(to[i], ink.rgb, ink.alpha);
    }
}

void paint_covered(std::uint32_t* to, std::uint8_t const* coverage, int count, Ink ink) {
    for (int i = paint_covered_fours(to, coverage, count, ink); i < count; ++i) {
        paint_one(to[i], ink, coverage[i]);
    }
}

} // namespace ui
