// SPDX-License-Identifier: BSL-1.0
//
// SHA-256 by the processor's own instructions is SHA-256 as the standard writes it.
#include "lupaus/io/writer/sha256.hpp"

#include <boost/test/unit_test.hpp>
#include <cstddef>
#include <string>

BOOST_AUTO_TEST_SUITE(hash)

BOOST_AUTO_TEST_CASE(the_fastest_way_agrees_with_the_portable_one) {
  using lupaus::detail::io::sha256;
  std::string text;
  std::size_t wrong = 0;
  for (std::size_t length = 0; length < 700; ++length) {
    wrong += sha256::hex(text) != sha256::hex(text, sha256::add_blocks);
    text += static_cast<char>(31 * length + length / 7);
  }
  BOOST_TEST(wrong == 0U);
  BOOST_TEST(sha256::hex("abc", sha256::add_blocks) ==
             "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

BOOST_AUTO_TEST_SUITE_END()
