// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a model or errors; a model that was read is written, and read again, the same.
#include "lupaus/json.hpp"

#include <boost/json/src.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const json{reinterpret_cast<char const*>(data), size};
  auto const read = lupaus::read_document(json);
  if (!read) {
    if (read.error().empty()) std::abort();
    static_cast<void>(lupaus::to_string(read.error()));
    return 0;
  }
  auto const text = lupaus::write_model(read->model);
  auto const again = lupaus::read_document(text);
  if (!again || lupaus::write_model(again->model) != text) std::abort();
  return 0;
}
