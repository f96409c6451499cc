// SPDX-License-Identifier: BSL-1.0
//
// Reads a catalogue of offers in JSON lines and validates each. The same source is compiled against
// an earlier revision too, to be compared with it: it uses what both have.
//
//   reading --write FILE OFFERS       a catalogue made up, with hashes of its content
//   reading FILE [PASSES [THREADS]]   "lines=… findings=… seconds=…": the fastest of the passes; of
//                                     the processor, and with threads by the clock
#include "../catalogue/offer_model.hpp"
#include "../validate/generate.hpp"

#if __has_include("lupaus/json.hpp")
#include "lupaus/json.hpp"
#else
#include "lupaus/io/json.hpp"
#endif
#include "lupaus/io/json_lines.hpp"
#include "lupaus/validate.hpp"
#include "lupaus/validator.hpp"

#include <algorithm>
#include <chrono>
#include <cstddef>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <iterator>
#include <limits>
#include <stdexcept>
#include <string>

namespace {

using catalogue::kind;

void write_offers(char const* file, std::size_t offers) {
  std::ofstream out{file, std::ios::binary};
  auto const facts = catalogue::generate(offers);
  for (std::size_t i = 0; i < facts.size(); ++i) {
    auto const m = catalogue::model_of(facts[i], static_cast<catalogue::number>(i)).value();
    out << lupaus::write_model(m.view(), lupaus::json_layout::compact) << '\n';
  }
  if (!out.flush()) throw std::runtime_error{std::string{file} + ": cannot be written"};
}

struct told {
  std::size_t lines = 0, findings = 0;
};

/// Without threads named, as every revision can read.
template <class Options>
told read_all(std::string const& text, Options options) {
  told sum;
  std::size_t at = 0;
  lupaus::validator find;
  lupaus::for_each_model(
      [&](char* buffer, std::size_t size) {
        auto const n = text.copy(buffer, size, at);
        at += n;
        return n;
      },
      [&](lupaus::json_line const& line) {
        if (!line.document) throw std::runtime_error{lupaus::to_string(line.document.error())};
        ++sum.lines;
        find(line.document->model, [&](lupaus::finding const&) { ++sum.findings; });
      },
      options);
  return sum;
}

template <class Options>
void set_threads(Options& options, std::size_t threads) {
  if constexpr (requires { options.threads; })
    options.threads = threads;
  else if (threads != 1)
    throw std::runtime_error{"this revision reads in one thread"};
}

double now(bool by_clock) {
  using namespace std::chrono;
  if (by_clock) return duration<double>(steady_clock::now().time_since_epoch()).count();
  return static_cast<double>(std::clock()) / CLOCKS_PER_SEC;
}

void measure(char const* file, int passes, std::size_t threads) {
  std::ifstream in{file, std::ios::binary};
  std::string const text{std::istreambuf_iterator<char>{in}, {}};
  if (text.empty()) throw std::runtime_error{std::string{file} + ": cannot be read"};
  lupaus::json_options options;
  options.qualities = {&lupaus::quality_of<kind<0>>, &lupaus::quality_of<kind<1>>,
                       &lupaus::quality_of<kind<2>>, &lupaus::quality_of<kind<3>>,
                       &lupaus::quality_of<kind<4>>, &lupaus::quality_of<kind<5>>,
                       &lupaus::quality_of<kind<6>>, &lupaus::quality_of<kind<7>>};
  set_threads(options, threads == 0 ? 1 : threads);
  told sum;
  auto fastest = std::numeric_limits<double>::max();
  for (int i = 0; i < passes; ++i) {
    auto const begin = now(threads != 0);
    sum = read_all(text, options);
    fastest = std::min(fastest, now(threads != 0) - begin);
  }
  std::cout << "bytes=" << text.size() << " lines=" << sum.lines << " findings=" << sum.findings
            << " seconds=" << fastest << '\n';
}

}  // namespace

int main(int argc, char** argv) {
  try {
    if (argc == 4 && std::string{argv[1]} == "--write") {
      write_offers(argv[2], std::stoul(argv[3]));
    } else if (argc >= 2 && argc <= 4) {
      measure(argv[1], argc > 2 ? std::atoi(argv[2]) : 3, argc > 3 ? std::stoul(argv[3]) : 0);
    } else {
      std::cerr << "usage: reading --write FILE OFFERS | FILE [PASSES [THREADS]]\n";
      return 2;
    }
  } catch (std::exception const& e) {
    std::cerr << "reading: " << e.what() << '\n';
    return 1;
  }
}
