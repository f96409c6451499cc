// SPDX-License-Identifier: BSL-1.0
//
// A description told to a builder: the model that it is of.
#pragma once

#include "lupaus/model/model.hpp"
#include "support/description.hpp"

#include <optional>
#include <string>

namespace proof {

/// The model that the description tells of; none when it makes no sense.
std::optional<lupaus::model> to_model(description const& d);

/// What the builder has against the description; empty when it builds.
std::string faults_of(description const& d);

}  // namespace proof
