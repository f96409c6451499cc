// SPDX-License-Identifier: BSL-1.0
//
// How the library is compiled, and what compilers do differently: in this one place.
//
// Header-only unless `LUPAUS_SEPARATE_COMPILATION` is defined. Where it is, headers declare the
// functions that need no template, and `lupaus/src.hpp`, in one unit of the program, defines them;
// or the program is linked with the CMake target `lupaus::compiled`. The whole program is compiled
// in one form or the other: the linker refuses a mixture.
#pragma once

#include "lupaus/version.hpp"

#if defined(LUPAUS_SEPARATE_COMPILATION)
#define LUPAUS_IS_HEADER_ONLY 0
/// Before a function that is declared in a header and defined in `lupaus/src/`.
#define LUPAUS_DECL
#else
#define LUPAUS_IS_HEADER_ONLY 1
#define LUPAUS_DECL inline
#endif

#if defined(__GNUC__)  // clang++ too
/// Before a function that is seldom called, for the compiler to make small and put elsewhere.
#define LUPAUS_COLD [[gnu::cold, gnu::noinline]]
#define LUPAUS_NOINLINE [[gnu::noinline]]
/// Asks the processor to fetch what will be read soon.
#define LUPAUS_PREFETCH(address) __builtin_prefetch(address)
/// The name of the function template around it with its argument, and what stands before that.
#define LUPAUS_SIGNATURE __PRETTY_FUNCTION__
#define LUPAUS_BEFORE_ITS_TYPE "T = "
#elif defined(_MSC_VER)  // untried
#define LUPAUS_COLD __declspec(noinline)
#define LUPAUS_NOINLINE __declspec(noinline)
#define LUPAUS_PREFETCH(address) static_cast<void>(address)
#define LUPAUS_SIGNATURE __FUNCSIG__
#define LUPAUS_BEFORE_ITS_TYPE "signature<"
#else
#error "Lupaus is made for g++ 12, clang++ 14 or later, and prepared for MSVC"
#endif

namespace lupaus::inline v0::detail {

// A program that mixes both forms would hold two definitions of one function, and the linker would
// take either in silence. It does refuse one name that is of a thread here and of all there.
#if defined(__GNUC__) && defined(__ELF__)
#if LUPAUS_IS_HEADER_ONLY
[[gnu::used]] inline constinit thread_local char the_program_mixes_header_only_and_compiled = 0;
#else
[[gnu::used]] inline constinit char the_program_mixes_header_only_and_compiled = 0;
#endif
#elif defined(_MSC_VER) && LUPAUS_IS_HEADER_ONLY
#pragma detect_mismatch("lupaus", "header-only")
#elif defined(_MSC_VER)
#pragma detect_mismatch("lupaus", "compiled")
#endif

}  // namespace lupaus::inline v0::detail
