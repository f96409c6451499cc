// SPDX-License-Identifier: BSL-1.0
//
// The words of GS1's Core Business Vocabulary (CBV 2.0) that the reader of EPCIS knows, and the one
// table of what they mean for an order. The page docs/reference/epcis.md shows the same table.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace lupaus::inline v0::detail::io {

inline constexpr std::string_view epcis_steps[] = {"accepting",
                                                   "arriving",
                                                   "assembling",
                                                   "collecting",
                                                   "commissioning",
                                                   "consigning",
                                                   "creating_class_instance",
                                                   "cycle_counting",
                                                   "decommissioning",
                                                   "departing",
                                                   "destroying",
                                                   "disassembling",
                                                   "dispensing",
                                                   "encoding",
                                                   "entering_exiting",
                                                   "holding",
                                                   "inspecting",
                                                   "installing",
                                                   "killing",
                                                   "loading",
                                                   "other",
                                                   "packing",
                                                   "picking",
                                                   "receiving",
                                                   "removing",
                                                   "repackaging",
                                                   "repairing",
                                                   "replacing",
                                                   "reserving",
                                                   "retail_selling",
                                                   "sampling",
                                                   "sensor_reporting",
                                                   "shipping",
                                                   "staging_outbound",
                                                   "stock_taking",
                                                   "stocking",
                                                   "storing",
                                                   "transporting",
                                                   "unloading",
                                                   "unpacking",
                                                   "void_shipping"};
inline constexpr std::string_view epcis_dispositions[] = {"active",
                                                          "available",
                                                          "completeness_inferred",
                                                          "completeness_verified",
                                                          "conformant",
                                                          "container_closed",
                                                          "container_open",
                                                          "damaged",
                                                          "destroyed",
                                                          "dispensed",
                                                          "disposed",
                                                          "encoded",
                                                          "expired",
                                                          "in_progress",
                                                          "in_transit",
                                                          "inactive",
                                                          "mismatch_class",
                                                          "mismatch_instance",
                                                          "mismatch_quantity",
                                                          "needs_replacement",
                                                          "no_pedigree_match",
                                                          "non_conformant",
                                                          "non_sellable_other",
                                                          "partially_dispensed",
                                                          "recalled",
                                                          "reserved",
                                                          "retail_sold",
                                                          "returned",
                                                          "sellable_accessible",
                                                          "sellable_not_accessible",
                                                          "stolen",
                                                          "unavailable",
                                                          "unknown"};
inline constexpr std::string_view epcis_transactions[] = {
    "bol",       "cert",   "desadv", "inv",     "pedigree", "po",   "poc",
    "prodorder", "recadv", "rma",    "testprd", "testres",  "upevt"};

inline constexpr std::string_view epcis_reasons[] = {"did_not_occur", "incorrect_data"};
inline constexpr std::string_view epcis_actions[] = {"ADD", "DELETE", "OBSERVE"};
inline constexpr std::string_view epcis_types[] = {"AggregationEvent", "AssociationEvent",
                                                   "ObjectEvent", "TransactionEvent",
                                                   "TransformationEvent"};

/// A vocabulary of CBV: its names in URNs and in web addresses.
struct epcis_vocabulary {
  std::string_view urn, web;
  std::string_view what;  ///< in messages
};
inline constexpr epcis_vocabulary step_words{"bizstep:", "BizStep-", "business step"};
inline constexpr epcis_vocabulary disposition_words{"disp:", "Disp-", "disposition"};
inline constexpr epcis_vocabulary transaction_words{"btt:", "BTT-", "type of business transaction"};
inline constexpr epcis_vocabulary reason_words{"er:", "ER-", "reason of an error declaration"};

/// "shipping" of "urn:epcglobal:cbv:bizstep:shipping", "https://ref.gs1.org/cbv/BizStep-shipping",
/// "cbv:BizStep-shipping" and "shipping"; any other text as it is.
constexpr std::string_view bare_word(std::string_view text, epcis_vocabulary const& v) {
  constexpr std::string_view webs[] = {"https://ref.gs1.org/cbv/", "http://ref.gs1.org/cbv/",
                                       "https://ns.gs1.org/cbv/", "http://ns.gs1.org/cbv/", "cbv:"};
  constexpr std::string_view urn = "urn:epcglobal:cbv:";
  if (text.starts_with(urn) && text.substr(urn.size()).starts_with(v.urn))
    return text.substr(urn.size() + v.urn.size());
  for (auto const web : webs)
    if (text.starts_with(web) && text.substr(web.size()).starts_with(v.web))
      return text.substr(web.size() + v.web.size());
  return text;
}
/// A word of somebody else's vocabulary is a URI (CBV 2.0), and has a colon.
constexpr bool is_foreign_word(std::string_view bare) { return bare.find(':') != bare.npos; }

/// What a business step and a disposition mean for an order.
enum class epcis_sense : std::uint8_t {
  ordered,    ///< the order is placed
  shipped,    ///< the service that carries goods begins
  delivered,  ///< it is completed
  performed,  ///< the service that carries nothing is completed
  fails,      ///< the failure mode of that name happens
  step,       ///< the step of that name happens
  refused,    ///< it says that something did not happen, and not what
};

struct epcis_meaning {
  std::string_view step;         ///< empty: any, or none
  std::string_view disposition;  ///< empty: any, or none
  epcis_sense sense;
  std::string_view name = {};  ///< of a failure mode or step of the promise
};

/// The first row that fits counts. What no row fits means nothing by itself.
inline constexpr epcis_meaning epcis_meanings[] = {
    {"void_shipping", "", epcis_sense::refused},
    {"", "damaged", epcis_sense::fails, "damaged"},
    {"", "destroyed", epcis_sense::fails, "destroyed"},
    {"", "expired", epcis_sense::fails, "expired"},
    {"", "mismatch_class", epcis_sense::fails, "mismatch class"},
    {"", "mismatch_instance", epcis_sense::fails, "mismatch instance"},
    {"", "mismatch_quantity", epcis_sense::fails, "mismatch quantity"},
    {"", "needs_replacement", epcis_sense::fails, "needs replacement"},
    {"", "non_conformant", epcis_sense::fails, "non conformant"},
    {"", "recalled", epcis_sense::fails, "recalled"},
    {"", "stolen", epcis_sense::fails, "stolen"},
    {"receiving", "returned", epcis_sense::step, "received back"},
    {"", "returned", epcis_sense::step, "returned"},
    {"retail_selling", "", epcis_sense::ordered},
    {"shipping", "", epcis_sense::shipped},
    {"departing", "", epcis_sense::shipped},
    {"consigning", "", epcis_sense::shipped},
    {"receiving", "", epcis_sense::delivered},
    {"dispensing", "", epcis_sense::delivered},
    {"installing", "", epcis_sense::performed},
};
inline constexpr std::size_t no_meaning = ~std::size_t{0};

constexpr std::size_t meaning_of(std::string_view step, std::string_view disposition) {
  std::size_t i = 0;
  for (auto const& m : epcis_meanings) {
    if ((m.step.empty() || m.step == step) &&
        (m.disposition.empty() || m.disposition == disposition))
      return i;
    ++i;
  }
  return no_meaning;
}

}  // namespace lupaus::inline v0::detail::io
