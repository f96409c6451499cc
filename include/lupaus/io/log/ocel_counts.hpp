// SPDX-License-Identifier: BSL-1.0
//
// What stands in an OCEL log, by numbers.
#pragma once

#include "lupaus/io/log/foreign_events.hpp"

#include <cstddef>
#include <map>
#include <string>

namespace lupaus::inline v0 {

/// Types, objects and events are counted also where they are refused.
struct ocel_counts : log_counts {
  std::size_t event_types = 0, object_types = 0;  ///< that are declared
  std::size_t objects = 0, refused_objects = 0;   ///< the latter among the former
  std::size_t object_relationships = 0;           ///< of objects to objects
  std::size_t event_relationships = 0;            ///< of events to objects
  std::map<std::string, std::size_t> events_of_type = {}, objects_of_type = {};  ///< not refused
  friend bool operator==(ocel_counts const&, ocel_counts const&) = default;
};

}  // namespace lupaus::inline v0
