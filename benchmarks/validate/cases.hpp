// SPDX-License-Identifier: BSL-1.0
//
// What is measured: the catalogue as a whole, promises of growing size, and reading from JSON.
#pragma once

#include "generate.hpp"
#include "growth.hpp"
#include "loops.hpp"

#include "lupaus/check/standard_checks.hpp"
#include "lupaus/io/json_lines.hpp"
#include "lupaus/json.hpp"
#include "lupaus/report/text.hpp"
#include "lupaus/validate.hpp"
#include "lupaus/validate_all.hpp"

#include <benchmark/benchmark.h>

#include <cstddef>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace catalogue {

/// The catalogue in memory: as models, and as the loops read it.
struct everything {
  std::vector<lupaus::model> models;
  std::vector<plain_offer> offers;

  explicit everything(std::vector<offer> const& facts) {
    for (auto const& o : facts)  // first, so that they lie together
      if (o.is_listed) offers.emplace_back(o);
    models.reserve(offers.size());
    for (std::size_t at = 0; at < facts.size(); ++at) {
      if (!facts[at].is_listed) continue;
      auto const m = model_of(facts[at], static_cast<number>(at));
      if (!m)
        throw std::runtime_error{"offer " + std::to_string(at) + ": " +
                                 lupaus::to_string(m.error())};
      models.push_back(*m);
    }
  }
};

/// How often each catalogue case goes over the catalogue; of the means, others take the median.
inline constexpr int passes = 3;

/// Registers `run()`, which goes over so many offers and gives the number of findings.
template <class Run>
benchmark::internal::Benchmark* add_case(std::string const& name, std::size_t offers, Run run) {
  return benchmark::RegisterBenchmark(name.c_str(), [=](benchmark::State& state) {
    auto found = run();  // once before, so that memory and caches are as they will be
    for (auto _ : state) {
      found = run();
      benchmark::DoNotOptimize(found);
    }
    state.counters["offers"] = static_cast<double>(offers);
    state.counters["found"] = static_cast<double>(found);
  });
}

inline void register_catalogue(everything const& all) {
  using namespace lupaus;
  auto const* models = &all.models;
  auto const* offers = &all.offers;
  auto const size = offers->size();
  auto const by = [&](char const* name, auto loop) {
    add_case(name, size,
             [=] {
               counts k{};
               for (auto const& o : *offers) loop(o, k);
               std::size_t sum = 0;
               for (auto const n : k) sum += n;
               return sum;
             })
        ->Iterations(passes)
        ->Unit(benchmark::kMillisecond);
  };
  by("catalogue/mask_loop", by_masks);
  by("catalogue/graph_loop", by_graph);

  auto const over = [&](char const* name, auto const& checks, auto tell) {
    add_case(name, size,
             [=] {
               std::size_t found = 0;
               validate_all(
                   *models, {.threads = 1},
                   [&](std::size_t i, finding const& f) { found += tell((*models)[i].view(), f); },
                   checks);
               return found;
             })
        ->Iterations(passes)
        ->Unit(benchmark::kMillisecond);
  };
  auto const count = [](model_view const&, finding const&) { return std::size_t{1}; };
  auto const seen = std::make_shared<std::vector<element>>();
  auto const read_evidence = [seen](model_view const& m, finding const& f) {
    seen->clear();
    f.what->evidence(m, f, *seen);
    std::size_t sum = 0;
    for (auto const& e : *seen) sum += e.index;
    return sum;
  };
  over("catalogue/nine", nine_checks, count);
  over("catalogue/all", standard_checks, count);
  over("catalogue/nine_evidence", nine_checks, read_evidence);
  over("catalogue/all_evidence", standard_checks, read_evidence);

  for (std::size_t const threads : {std::size_t{1}, std::size_t{2}}) {
    auto const in_threads = [=](auto const& checks) {
      std::size_t found = 0;
      validate_all(
          *models, {.threads = threads}, [&](std::size_t, finding const&) { ++found; }, checks);
      return found;
    };
    auto const name = "/threads_" + std::to_string(threads);
    add_case("catalogue/nine" + name, size, [=] { return in_threads(nine_checks); })
        ->Iterations(passes)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
    add_case("catalogue/all" + name, size, [=] { return in_threads(standard_checks); })
        ->Iterations(passes)
        ->UseRealTime()
        ->Unit(benchmark::kMillisecond);
  }
}

/// One promise of a growing number of parts: what a validator finds, and a whole report.
inline void register_growth() {
  auto const add = [](std::string const& name, std::size_t parts, auto make, auto find) {
    benchmark::RegisterBenchmark(name.c_str(),
                                 [=](benchmark::State& state) {
                                   auto const m = make(parts);
                                   std::size_t found = 0;
                                   lupaus::validator v;
                                   for (auto _ : state) {
                                     found = find(v, m);
                                     benchmark::DoNotOptimize(found);
                                   }
                                   state.counters["parts"] = static_cast<double>(m->parts.size());
                                   state.counters["found"] = static_cast<double>(found);
                                 })
        ->MinTime(0.1)
        ->Unit(benchmark::kMicrosecond);
  };
  auto const by_validator = [](lupaus::validator& v, lupaus::model const& m) {
    std::size_t found = 0;
    v(m, [&](lupaus::finding const&) { ++found; });
    return found;
  };
  auto const by_report = [](lupaus::validator&, lupaus::model const& m) {
    auto const report = lupaus::validate(m);
    auto found = report.size();
    for (std::size_t i = 0; i < report.size(); ++i) found += report.consequences(i).size();
    return found;
  };
  auto const by_matrix = [](lupaus::validator&, lupaus::model const& m) {
    return lupaus::matrix_text(m).size();  // what every report in words begins with
  };
  for (auto const parts : {8U, 16U, 32U, 64U, 128U, 256U, 512U, 1'000U}) {
    auto const n = std::to_string(parts);
    add("growth/line/" + n, parts, line_of, by_validator);
    add("growth/boxes/" + n, parts, boxes_of, by_validator);
    add("growth/report/" + n, parts, boxes_of, by_report);
    add("growth/matrix/" + n, parts, boxes_of, by_matrix);
  }
}

/// JSON lines in memory, read; and read and validated.
inline void register_json(std::vector<offer> const& facts, std::size_t lines) {
  using namespace lupaus;
  auto const text = std::make_shared<std::string>();
  for (std::size_t at = 0; at < facts.size() && at < lines; ++at)
    *text +=
        write_model(model_of(facts[at], static_cast<number>(at))->view(), json_layout::compact) +
        '\n';
  json_options options;
  options.qualities = {&quality_of<kind<0>>, &quality_of<kind<1>>, &quality_of<kind<2>>,
                       &quality_of<kind<3>>, &quality_of<kind<4>>, &quality_of<kind<5>>,
                       &quality_of<kind<6>>, &quality_of<kind<7>>};
  for (auto const is_validated : {false, true})
    add_case(is_validated ? "json/validated" : "json/read", lines,
             [=] {
               std::size_t found = 0, at = 0;
               validator v;
               auto const source = [&](char* buffer, std::size_t size) {
                 auto const n = text->copy(buffer, size, at);
                 at += n;
                 return n;
               };
               for_each_model(
                   source,
                   [&](json_line const& line) {
                     if (!line.document) throw std::runtime_error{to_string(line.document.error())};
                     if (is_validated) v(line.document->model, [&](finding const&) { ++found; });
                   },
                   options);
               return found;
             })
        ->Iterations(1)
        ->Unit(benchmark::kMillisecond);
  benchmark::AddCustomContext("json_bytes", std::to_string(text->size()));
}

}  // namespace catalogue
