// SPDX-License-Identifier: BSL-1.0
//
// What a check finds, and how it is told. A finding is small and points into the model; its words
// and its evidence are made when they are read, and the evidence can be had without the words.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/model/element.hpp"
#include "lupaus/model/view.hpp"

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0 {

enum class severity : std::uint8_t { note, warning, error };

constexpr std::string_view to_string(severity s) {
  constexpr std::string_view names[] = {"note", "warning", "error"};
  return names[static_cast<std::size_t>(s)];
}

/// Between which layers the promise breaks.
enum class boundary : std::uint8_t { marketing_fulfilment, fulfilment_delivery, recovery };

constexpr std::string_view to_string(boundary b) {
  constexpr std::string_view names[] = {"marketing / fulfilment", "fulfilment / delivery",
                                        "recovery"};
  return names[static_cast<std::size_t>(b)];
}

/// The gaps of the service quality model (Parasuraman, Zeithaml, Berry 1985, Journal of Marketing
/// 49(4), 41-50), in the authors' words.
enum class service_gap : std::uint8_t {
  expectation_perception = 1,
  perception_specification,
  specification_delivery,
  delivery_communication,
  expected_perceived,
};

constexpr std::string_view to_string(service_gap g) {
  constexpr std::string_view names[] = {"",
                                        "Consumer expectation - management perception gap",
                                        "Management perception - service quality specification gap",
                                        "Service quality specification - service delivery gap",
                                        "Service delivery - external communications gap",
                                        "Expected service - perceived service gap"};
  return names[static_cast<std::size_t>(g)];
}

struct finding;
struct gap_cause;
class finding_sink;

namespace detail {

class model_analysis;

/// A function that is asked about a finding: of the model alone, or, where that takes long, of an
/// analysis of it, which is shared by all that is asked about one report.
template <class Answer, class... More>
class asked_of_finding {
  using of_model = Answer (*)(model_view const&, finding const&, More...);
  using of_analysis = Answer (*)(model_analysis&, finding const&, More...);

 public:
  constexpr asked_of_finding(std::nullptr_t = nullptr) {}
  template <std::convertible_to<of_model> F>
  constexpr asked_of_finding(F const& f) : of_model_{f} {}
  template <std::convertible_to<of_analysis> F>
  constexpr asked_of_finding(F const& f) : of_analysis_{f} {}

  constexpr explicit operator bool() const { return of_model_ || of_analysis_; }
  constexpr bool needs_analysis() const { return of_analysis_ != nullptr; }
  Answer operator()(model_view const& m, finding const& f, More... more) const {
    return of_model_(m, f, more...);
  }
  Answer operator()(model_analysis& a, finding const& f, More... more) const {
    return of_analysis_(a, f, more...);
  }

 private:
  of_model of_model_ = nullptr;
  of_analysis of_analysis_ = nullptr;
};

}  // namespace detail

/// A finding in words, with its evidence in order.
struct explanation {
  std::string what;   ///< what is wrong, in one sentence
  std::string where;  ///< the place in the promise
  std::string why;    ///< how it comes about and what follows for the customer
  std::string mend;   ///< who has to promise what
  std::vector<element> evidence;
};

/// A kind of gap, and all that the library knows of it. A user's own is one more constant of this
/// type, of which `find` and `follows_from` may be left out.
struct gap {
  std::string_view id;  ///< stable; two gaps are the same when their ids are
  lupaus::severity severity;
  lupaus::boundary between;
  service_gap service;
  /// Makes the words of a finding, `explanation words(model_view const&, finding const&)`; its
  /// evidence too, where nothing else tells that.
  detail::asked_of_finding<explanation> words;
  /// Appends what a finding rests on, in order, and makes no words, by `void rests_on(model_view
  /// const&, finding const&, std::vector<element>&)`; null leaves it to `words`.
  detail::asked_of_finding<void, std::vector<element>&> rests_on = nullptr;
  /// The condition: tells the sink where in a model the gap stands. Null where a check of the
  /// user's own finds it.
  void (*find)(detail::model_analysis&, gap const& what, finding_sink&) = nullptr;
  /// Other gaps of which this one may be a mere consequence.
  std::span<gap_cause const> follows_from = {};
  /// The same gap as an error, where a finding of it may be one though as a rule it is none.
  gap const* as_error = nullptr;

  /// The finding in words, with its evidence. For all of a report, `explainer` is quicker.
  LUPAUS_DECL explanation explain(model_view const& m, finding const& f) const;
  /// Appends its evidence alone. Allocates only where `seen` has no room, or to see the largest
  /// models; and for a gap that leaves its evidence to its words.
  LUPAUS_DECL void evidence(model_view const& m, finding const& f,
                            std::vector<element>& seen) const;

  /// By id: a shared library may have a constant of its own for the same gap.
  friend constexpr bool operator==(gap const& a, gap const& b) { return &a == &b || a.id == b.id; }
};

/// One gap in one place. Trivially copyable; refers to a model that must outlive it.
struct finding {
  gap const* what = nullptr;
  element where = {};         ///< the element that the gap stands on
  element other = {};         ///< the second one, if it takes two
  part_id part = {};          ///< of the product; none when it concerns no part in particular
  party_id accountable = {};  ///< who answers to the customer
  party_id performing = {};   ///< who does the work, if anybody
  seconds_t late_by = 0;      ///< of what is late

  constexpr bool is(gap const& g) const { return what && *what == g; }

  friend constexpr bool operator==(finding const& a, finding const& b) {
    return (a.what == b.what || (a.what && b.what && *a.what == *b.what)) && a.where == b.where &&
           a.other == b.other && a.part == b.part && a.accountable == b.accountable &&
           a.performing == b.performing && a.late_by == b.late_by;
  }
};

}  // namespace lupaus::inline v0
