// SPDX-License-Identifier: BSL-1.0
//
// A handler over the parser of Boost.JSON, which makes a tree of what the parser finds. The parser
// judges the grammar; the handler refuses duplicate names and whatever exceeds a limit.
#pragma once

#include "lupaus/io/reader/faults.hpp"

#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

class json_handler {
 public:
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);

  explicit json_handler(json_source& s) : source_{&s}, json_{s.text()} {}

  using code = boost::json::error_code;
  using view = boost::json::string_view;

  bool on_document_begin(code&) { return true; }
  bool on_document_end(code&) { return true; }
  bool on_object_begin(code& ec) { return open(json_kind::object, ec); }
  bool on_object_end(std::size_t, code&) { return close(); }
  bool on_array_begin(code& ec) { return open(json_kind::array, ec); }
  bool on_array_end(std::size_t, code&) { return close(); }
  bool on_key_part(view s, std::size_t n, code& ec) { return gather(s, n, true, ec); }
  bool on_key(view s, std::size_t n, code& ec) { return finish_text(s, n, true, key_, ec); }
  bool on_string_part(view s, std::size_t n, code& ec) { return gather(s, n, false, ec); }
  bool on_string(view s, std::size_t n, code& ec) {
    std::string_view text;
    if (!finish_text(s, n, false, text, ec)) return false;
    auto const at = add(json_kind::text, ec);
    if (at == no_place) return false;
    source_->tree.nodes[at].text = text;
    return true;
  }
  bool on_number_part(view, code&) { return true; }
  bool on_int64(std::int64_t, view s, code& ec) { return number(s, ec); }
  bool on_uint64(std::uint64_t, view s, code& ec) { return number(s, ec); }
  bool on_double(double, view s, code& ec) { return number(s, ec); }
  bool on_bool(bool b, code& ec) {
    auto const at = add(json_kind::boolean, ec);
    if (at == no_place) return false;
    source_->tree.nodes[at].truth = b;
    return true;
  }
  bool on_null(code& ec) { return add(json_kind::null, ec) != no_place; }
  bool on_comment_part(view, code&) { return true; }
  bool on_comment(view, code&) { return true; }

  /// Where the parser is, for what it finds wrong: in the innermost array or object.
  json_place inside() const { return open_.empty() ? no_place : open_.back().place; }

 private:
  struct level {
    json_place place;
    json_place last = no_place;  ///< child
  };

  bool stop(code& ec) {
    ec = boost::json::make_error_code(boost::json::error::input_error);
    return false;
  }
  // At the value that comes next, or at its name.
  LUPAUS_COLD bool exceeds(bool at_key, pieces message, code& ec) {
    auto const at = inside();
    auto const next = static_cast<json_place>(source_->tree.nodes.size());
    source_->fail_at(source_->offset_of(next, at_key),
                     at == no_place ? std::string{} : source_->tree.pointer(at),
                     error_code::too_large, joined_text(message), {}, {});
    return stop(ec);
  }

  json_place add(json_kind kind, code& ec) {
    auto& nodes = source_->tree.nodes;
    auto const at = static_cast<json_place>(nodes.size());
    if (at >= source_->limits().values) {
      exceeds(false, {"a document holds at most ", decimal{source_->limits().values}, " values"},
              ec);
      return no_place;
    }
    auto& node = nodes.emplace_back();
    node.kind = kind;
    if (open_.empty()) return at;
    auto& outer = open_.back();
    auto& parent = nodes[outer.place];
    node.parent = outer.place;
    node.index = parent.count;
    if (parent.kind == json_kind::object) {
      if (parent.count >= source_->limits().members) {
        nodes.pop_back();
        exceeds(true, {"an object has at most ", decimal{source_->limits().members}, " members"},
                ec);
        return no_place;
      }
      node.key = key_;
      node.key_tag = tag_of(key_);
      if (source_->tree.member(outer.place, key_) !=
          no_place) {  // told of, and left out of the tree
        source_->fail_key(at, error_code::duplicate_name,
                          {"the member ", in_quotes(key_), " is there twice"});
        return at;
      }
    }
    ++parent.count;
    if (outer.last == no_place)
      parent.first = at;
    else
      nodes[outer.last].next = at;
    outer.last = at;
    return at;
  }

  bool open(json_kind kind, code& ec) {
    auto const at = add(kind, ec);
    if (at == no_place) return false;
    open_.push_back({at});
    return true;
  }
  bool close() {
    open_.pop_back();
    return true;
  }
  bool number(view s, code& ec) {
    auto const at = add(json_kind::number, ec);
    if (at == no_place) return false;
    source_->tree.nodes[at].text = {s.data(), s.size()};
    return true;
  }

  bool gather(view s, std::size_t n, bool is_key, code& ec) {
    if (!fits(n, is_key, ec)) return false;
    gathered_.append(s.data(), s.size());
    return true;
  }
  bool fits(std::size_t n, bool is_key, code& ec) {
    return n <= source_->limits().text_bytes ||
           exceeds(is_key, {"a text has at most ", decimal{source_->limits().text_bytes}, " bytes"},
                   ec);
  }
  // A text without escapes is where it stands; another is kept.
  bool finish_text(view s, std::size_t n, bool is_key, std::string_view& text, code& ec) {
    auto const is_in_place = std::less_equal<>{}(json_.data(), s.data()) &&
                             std::less_equal<>{}(s.data() + s.size(), json_.data() + json_.size());
    if (gathered_.empty() && is_in_place) {
      text = {s.data(), s.size()};
      return fits(n, is_key, ec);
    }
    if (!gather(s, n, is_key, ec)) return false;
    text = source_->tree.texts.keep(gathered_);
    gathered_.clear();
    return true;
  }

  json_source* source_;
  std::string_view json_;
  std::vector<level> open_;
  std::string gathered_;
  std::string_view key_;
};

}  // namespace lupaus::inline v0::detail::io
