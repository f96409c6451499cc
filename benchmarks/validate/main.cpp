// SPDX-License-Identifier: BSL-1.0
//
// validate [--offers N | --folder FACTS] [--write FACTS] [--check] [--json N] [BENCHMARK-OPTION...]
//
// Validates a catalogue of offers in memory, beside the loops that one would write by hand, on
// Google Benchmark. --check: counts the nine rules by each, prints them, and exits with 1 when they
// differ. --write: writes the facts for others to read. benchmarks/run.sh validate runs it all.
#include "cases.hpp"

#include <exception>
#include <iostream>
#include <string>
#include <string_view>

namespace {

int check(catalogue::everything const& all) {
  catalogue::counts lupaus{}, graph{}, masks{};
  lupaus::basic_validator nine{catalogue::nine_checks};
  for (auto const& m : all.models) catalogue::count(m.view(), nine, lupaus);
  for (auto const& o : all.offers) catalogue::by_graph(o, graph), catalogue::by_masks(o, masks);
  if (lupaus == graph && lupaus == masks) {
    std::cout << "counts " << catalogue::to_string(lupaus) << '\n';
    return 0;
  }
  std::cerr << "they differ:\nLupaus:               " << catalogue::to_string(lupaus)
            << "\nthe Boost.Graph loop: " << catalogue::to_string(graph)
            << "\nthe mask loop:        " << catalogue::to_string(masks) << '\n';
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  std::size_t offers = 100'000, json_lines = 0;
  std::string folder, write_to;
  auto is_check = false;
  std::vector<char*> rest{argv[0]};
  try {
    for (int i = 1; i < argc; ++i) {
      std::string_view const name{argv[i]};
      auto const value = [&]() -> std::string {
        if (i + 1 == argc) throw std::runtime_error{std::string{name} + ": a value is missing"};
        return argv[++i];
      };
      if (name == "--offers")
        offers = std::stoul(value());
      else if (name == "--folder")
        folder = value();
      else if (name == "--write")
        write_to = value();
      else if (name == "--json")
        json_lines = std::stoul(value());
      else if (name == "--check")
        is_check = true;
      else
        rest.push_back(argv[i]);
    }
    auto const facts = folder.empty() ? catalogue::generate(offers) : catalogue::read(folder);
    if (!write_to.empty()) catalogue::write(facts, write_to);
    catalogue::everything const all{facts};
    if (is_check) return check(all);
    if (!write_to.empty()) return 0;

    auto count = static_cast<int>(rest.size());
    benchmark::Initialize(&count, rest.data());
    if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 2;
    catalogue::register_catalogue(all);
    catalogue::register_growth();
    if (json_lines > 0) catalogue::register_json(facts, json_lines);
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
  } catch (std::exception const& e) {
    std::cerr << e.what() << '\n';
    return 2;
  }
}
