// SPDX-License-Identifier: BSL-1.0
#include <lupaus/promise.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <iostream>

namespace shop {
using namespace lupaus;

// clang-format off
inline constexpr struct reader_ : customer<reader_> {} reader;
inline constexpr struct press_  : seller<press_>    {} press;
inline constexpr struct book_   : good<book_>       {} book;
// clang-format on

static constexpr auto as_sold =
    promise("a book, over the counter", all_of(book),
            fulfilment(paid(payment::on_the_spot), press.commits(book, undamaged),
                       press.has_in_stock(book), reader.reaches(press)));

static_assert(sound<as_sold>);
}  // namespace shop

int main() { std::cout << lupaus::to_text(lupaus::validate(lupaus::view_of<shop::as_sold>)); }
