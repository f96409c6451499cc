// SPDX-License-Identifier: BSL-1.0
//
// shapes_steps: reads promises as JSON, one on each line of the standard input, and says of each,
// as JSON on a line, how many steps (basic blocks of the library) it took to read it, to run each
// check by itself, to run all, to tell what they found, to write it, to compile it for the monitor
// and to explore a little of it; and how many bytes were held at most meanwhile. The same on each
// run.
#include "growth/steps.hpp"
#include "lupaus/explore.hpp"
#include "lupaus/json.hpp"
#include "lupaus/monitor.hpp"
#include "lupaus/report.hpp"
#include "lupaus/validate.hpp"

#include <boost/json/src.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdlib>
#include <cstring>
#include <iostream>
#include <new>
#include <optional>
#include <sstream>
#include <string>
#include <string_view>

namespace {

// Each block is preceded by its size.
constexpr auto before = alignof(std::max_align_t);
std::size_t held = 0, most_held = 0;

void* allocate(std::size_t n) {
  auto* const block = static_cast<unsigned char*>(std::malloc(n + before));
  if (!block) throw std::bad_alloc{};
  std::memcpy(block, &n, sizeof n);
  most_held = (std::max)(most_held, held += n);
  return block + before;
}
void release(void* p) noexcept {
  if (!p) return;
  auto* const block = static_cast<unsigned char*>(p) - before;
  std::size_t n = 0;
  std::memcpy(&n, block, sizeof n);
  held -= n;
  std::free(block);
}

}  // namespace

void* operator new(std::size_t n) { return allocate(n); }
void operator delete(void* p) noexcept { release(p); }
void operator delete(void* p, std::size_t) noexcept { release(p); }

namespace {

using namespace lupaus;

/// The steps that each thing took, as members of an object.
class tally {
 public:
  template <class F>
  void of(std::string_view name, F work) {
    auto const at_rest = held;
    most_held = held;
    auto const steps = steps_of(work);
    steps_ << (is_first_ ? "" : ",") << '"' << name << "\":[" << steps << ',' << most_held - at_rest
           << ']';
    is_first_ = false;
  }
  std::string text() const { return '{' + steps_.str() + '}'; }

 private:
  std::ostringstream steps_;
  bool is_first_ = true;
};

/// The limits of the program, but for those of the machine: nothing here ends for want of time.
std::string told(std::string const& json) {
  tally t;
  std::optional<result<json_document>> read;
  t.of("read", [&] { read.emplace(read_document(json)); });
  if (!*read) return t.text();
  model const& m = read->value().model;
  for (auto const* g : standard_gaps)
    t.of(g->id, [&] {
      detail::work_budget work{validate_options{}.work};
      detail::model_analysis a{m.view(), &work};
      std::size_t found = 0;
      auto const count = [&](finding const&) { ++found; };
      detail::sink_to to{count};
      a.look_for(*g, to);
    });
  std::optional<report> r;
  t.of("validate", [&] { r.emplace(validate(m)); });
  t.of("lines", [&] { (void)to_lines(*r); });
  t.of("text", [&] { (void)to_text(*r); });
  t.of("dot", [&] {
    std::ostringstream out;
    write_dot(out, *r);
  });
  t.of("write", [&] { (void)write_model(m); });
  t.of("monitor", [&] {
    try {
      monitor const watch{m};
    } catch (bad_input const&) {  // too many names to be watched, which it says
    }
  });
  t.of("explore", [&] { (void)explore(m, {.failures = 1, .limits = {.states = 20}}); });
  return t.text();
}

}  // namespace

int main() {
  for (std::string line; std::getline(std::cin, line);) std::cout << told(line) << std::endl;
}
