// SPDX-License-Identifier: BSL-1.0
//
// A handler over the parser of Boost.JSON, which makes a tree of what the parser finds. The parser
// judges the grammar; the handler follows it through the text to know where everything stands, and
// refuses duplicate names and whatever exceeds a limit.
#pragma once

#include "lupaus/io/reader/faults.hpp"

#include <boost/json/error.hpp>
#include <boost/json/string_view.hpp>
#include <cstddef>
#include <cstdint>
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
  bool on_key_part(view s, std::size_t n, code& ec) { return gather(s, n, ec); }
  bool on_key(view s, std::size_t n, code& ec) {
    if (!gather(s, n, ec)) return false;
    key_offset_ = skip();
    key_ = finish_text(n);
    return true;
  }
  bool on_string_part(view s, std::size_t n, code& ec) { return gather(s, n, ec); }
  bool on_string(view s, std::size_t n, code& ec) {
    if (!gather(s, n, ec)) return false;
    auto const at = add(json_kind::text, ec);
    if (at == no_place) return false;
    source_->tree.nodes[at].text = finish_text(n);
    return true;
  }
  bool on_number_part(view, code&) { return true; }
  bool on_int64(std::int64_t, view, code& ec) { return number(ec); }
  bool on_uint64(std::uint64_t, view, code& ec) { return number(ec); }
  bool on_double(double, view, code& ec) { return number(ec); }
  bool on_bool(bool b, code& ec) {
    auto const at = add(json_kind::boolean, ec);
    if (at == no_place) return false;
    source_->tree.nodes[at].truth = b;
    cursor_ += b ? 4 : 5;
    return true;
  }
  bool on_null(code& ec) {
    if (add(json_kind::null, ec) == no_place) return false;
    cursor_ += 4;
    return true;
  }
  bool on_comment_part(view, code&) { return true; }
  bool on_comment(view, code&) { return true; }

  /// Where the parser is, for what it finds wrong: in the innermost array or object.
  json_place inside() const { return open_.empty() ? no_place : open_.back().place; }

 private:
  struct level {
    json_place place;
    json_place last = no_place;  ///< child
  };

  // To the next token. The parser has judged what lies between.
  std::size_t skip() {
    while (cursor_ < json_.size()) {
      auto const c = json_[cursor_];
      if (c != ' ' && c != '\t' && c != '\n' && c != '\r' && c != ',' && c != ':') break;
      ++cursor_;
    }
    return cursor_;
  }

  bool stop(code& ec) {
    ec = boost::json::make_error_code(boost::json::error::input_error);
    return false;
  }
  bool exceeds(std::size_t offset, std::string message, code& ec) {
    auto const at = inside();
    source_->fail_at(offset, at == no_place ? std::string{} : source_->tree.pointer(at),
                     error_code::too_large, std::move(message), {}, {});
    return stop(ec);
  }

  json_place add(json_kind kind, code& ec) {
    auto& nodes = source_->tree.nodes;
    auto const offset = skip();
    if (nodes.size() >= source_->limits().values) {
      exceeds(offset,
              "a document holds at most " + std::to_string(source_->limits().values) + " values",
              ec);
      return no_place;
    }
    auto const at = static_cast<json_place>(nodes.size());
    json_node node;
    node.kind = kind;
    node.offset = static_cast<std::uint32_t>(offset);
    if (open_.empty()) {
      nodes.push_back(node);
      return at;
    }
    auto& outer = open_.back();
    auto& parent = nodes[outer.place];
    node.parent = outer.place;
    node.index = parent.count;
    auto is_duplicate = false;
    if (parent.kind == json_kind::object) {
      node.key = key_;
      node.key_offset = static_cast<std::uint32_t>(key_offset_);
      if (parent.count >= source_->limits().members) {
        exceeds(key_offset_,
                "an object has at most " + std::to_string(source_->limits().members) + " members",
                ec);
        return no_place;
      }
      for (auto c = parent.first; c != no_place; c = nodes[c].next)
        is_duplicate |= nodes[c].key == key_;
    }
    if (is_duplicate) {  // told of, and left out of the tree
      nodes.push_back(node);
      source_->fail_key(at, error_code::duplicate_name,
                        "the member " + quoted(key_) + " is there twice");
      return at;
    }
    ++parent.count;
    if (outer.last == no_place)
      parent.first = at;
    else
      nodes[outer.last].next = at;
    outer.last = at;
    nodes.push_back(node);
    return at;
  }

  bool open(json_kind kind, code& ec) {
    auto const at = add(kind, ec);
    if (at == no_place) return false;
    ++cursor_;
    open_.push_back({at});
    return true;
  }
  bool close() {
    skip();
    ++cursor_;
    open_.pop_back();
    return true;
  }
  bool number(code& ec) {
    auto const at = add(json_kind::number, ec);
    if (at == no_place) return false;
    auto const begin = cursor_;
    auto const is_of_number = [](char c) {
      return ('0' <= c && c <= '9') || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E';
    };
    while (cursor_ < json_.size() && is_of_number(json_[cursor_])) ++cursor_;
    source_->tree.nodes[at].text = json_.substr(begin, cursor_ - begin);
    return true;
  }

  bool gather(view s, std::size_t n, code& ec) {
    if (n > source_->limits().text_bytes)
      return exceeds(
          skip(), "a text has at most " + std::to_string(source_->limits().text_bytes) + " bytes",
          ec);
    gathered_.append(s.data(), s.size());
    return true;
  }
  // The cursor stands at the opening quote. A text without escapes is where it stands; another is
  // kept.
  std::string_view finish_text(std::size_t length) {
    auto const begin = ++cursor_;
    while (cursor_ < json_.size() && json_[cursor_] != '"')
      cursor_ += json_[cursor_] == '\\' ? 2U : 1U;
    auto const raw = json_.substr(begin, cursor_ - begin);
    ++cursor_;
    if (raw.size() == length) {
      gathered_.clear();
      return raw;
    }
    return source_->tree.texts.emplace_back(std::exchange(gathered_, {}));
  }

  json_source* source_;
  std::string_view json_;
  std::size_t cursor_ = 0;
  std::vector<level> open_;
  std::string gathered_;
  std::string_view key_;
  std::size_t key_offset_ = 0;
};

}  // namespace lupaus::inline v0::detail::io
