// SPDX-License-Identifier: BSL-1.0
//
// What a host says of a foreign log: which of its things are orders, and what its events mean. Told
// in code, or read from a small JSON file.
#pragma once

#include "lupaus/model/id.hpp"
#include "lupaus/monitor/order_event.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

/// Events of EPCIS that mean one thing. An empty member is any. Words of CBV may be bare
/// ("shipping"), URNs or web addresses; others stand as in the log.
struct epcis_rule {
  std::string type = {};    ///< "ObjectEvent"
  std::string action = {};  ///< "ADD", "OBSERVE" or "DELETE"
  std::string step = {};    ///< the business step
  std::string disposition = {};
  std::string read_point = {};  ///< its id begins so
  std::string location = {};    ///< the id of the business location begins so
  std::string object = {};      ///< the id or class of one of its objects begins so
  /// What it means; `order`, `at`, `id` and `unit` are those of the event. None: nothing.
  std::optional<order_event> is = {};
};

/// Objects whose id or class begins so are units of a good.
struct epcis_goods {
  part_id good = {};
  std::string object = {};
};

struct epcis_mapping {
  /// The types of business transactions that are orders: of the first that an event has. An event
  /// that has none is of the orders with which its objects were seen before.
  std::vector<std::string> orders = {"po", "desadv"};
  /// What an order's number leaves out at its beginning: "http://shop.example/po/".
  std::vector<std::string> without = {};
  /// Needed where several goods are bought, or several units, and their objects differ.
  std::vector<epcis_goods> goods = {};
  /// The first that fits an event counts; where none does, the table of the library.
  std::vector<epcis_rule> rules = {};
  bool uses_table = true;
  /// Who reads the log: what happens to a part is word to them, from its `recordTime` on.
  std::vector<party_id> told = {};
  /// How many objects are remembered, of which order and in what they are. What comes beyond is
  /// not.
  std::size_t most_objects = 100'000;
};

/// Events of an OCEL log that mean one thing. An empty member is any.
struct ocel_rule {
  std::string type = {};
  std::string qualifier = {};  ///< of one of its relationships
  std::vector<std::pair<std::string, std::string>> attributes = {};  ///< all of these
  std::optional<order_event> is = {};                                ///< as above
};

struct ocel_mapping {
  std::string order = {};  ///< the type of objects that are orders
  /// Types of objects by which an event may belong to an order: it is related to one of them, and
  /// that, by others of them, to the order.
  std::vector<std::string> through = {};
  std::vector<std::string> without = {};  ///< as above
  std::vector<ocel_rule> rules = {};      ///< as above
  /// How many objects, relationships among them, and events that stand before them, are held.
  std::size_t most_objects = 1'000'000;
};

}  // namespace lupaus::inline v0
