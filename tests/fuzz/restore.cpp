// SPDX-License-Identifier: BSL-1.0
//
// Any bytes are a snapshot or are refused, and so is any content of frames that have their
// checksums. What is taken goes on, and is written again as it was read.
#include "check/flagship.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/monitor/state/frames.hpp"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace lupaus;

namespace {

model const& promise() {
  static model const m = flagship::washing_machine{}.b.build().value();
  return m;
}

void restore(std::string_view bytes) {
  monitor watch{promise()};
  auto const place = watch.restore(bytes);
  if (!place) {
    if (place.error().empty() || to_string(place.error()).empty()) std::abort();
    if (watch.size() != 0) std::abort();
    return;
  }
  auto const again = watch.snapshot(*place);
  monitor other{promise()};
  if (!other.restore(again) || other.snapshot(*place) != again) std::abort();
  watch.orders("4711", 1'772'442'000);
  watch.advance(1'772'442'000 + 60 * one_day);
  watch.finish();
  static_cast<void>(to_text(promise(), watch.score()));
}

/// The bytes cut into frames with the checksums that they should have, behind a head that is right.
std::string framed(std::string_view bytes) {
  static auto const right = monitor{promise()}.snapshot();
  std::string out;
  detail::frame_writer frames{out};
  frames.begin(detail::snapshot_magic);
  auto const length = detail::byte_reader{std::string_view{right}.substr(12)}.fixed();
  if (bytes.empty()) return out;
  if (bytes.front() % 2 == 0) frames.frame(std::string_view{right}.substr(20, length));
  bytes.remove_prefix(1);
  while (!bytes.empty()) {
    auto const size = static_cast<unsigned char>(bytes.front());
    frames.frame(bytes.substr(1, size));
    bytes.remove_prefix(bytes.size() < 1U + size ? bytes.size() : 1U + size);
  }
  return out;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size) {
  std::string_view const bytes{reinterpret_cast<char const*>(data), size};
  restore(bytes);
  restore(framed(bytes));
  return 0;
}
