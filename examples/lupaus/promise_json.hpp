// SPDX-License-Identifier: BSL-1.0
//
// What all the program's JSON says of a promise, whatever it was asked of it.
#pragma once

#include "input.hpp"

#include "lupaus/model/view.hpp"

#include <boost/json/object.hpp>
#include <boost/json/value.hpp>

#include <string>
#include <string_view>

/// A text as a JSON string.
inline boost::json::string as_json(std::string_view text) {
  return boost::json::string(text.data(), text.size());
}

/// JSON on one line, in which names neither begin a line of a log nor turn its words around: such
/// characters are written as escapes, which mean the same.
std::string visible_json(boost::json::value const& v);

/// The file, and the line if the promise has one of its own.
boost::json::object begin_promise(promise_read const& p);

/// The same, the promise's title, its id and version if it has them, and the hash of its content.
boost::json::object begin_promise(promise_read const& p, lupaus::model_view const& m);

/// The errors of a promise that could not be read, as one JSON object.
std::string errors_of(promise_read const& p);
