// SPDX-License-Identifier: BSL-1.0
//
// Takes a log apart that is one large JSON value: the elements of its lists of events, one at a
// time, and what is left without them. Holds one element and what is left; whoever is told parses
// both. An element that is no JSON costs no other one, as long as its brackets and quotes match.
#pragma once

#include "lupaus/io/json_options.hpp"

#include <array>
#include <climits>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// A place in a log, from 1 on; columns count characters.
struct log_place {
  std::int64_t line = 1, column = 1;

  void pass(char c) {
    if (c == '\n')
      ++line, column = 1;
    else if ((static_cast<unsigned char>(c) & 0xc0) != 0x80)
      ++column;
  }
  /// Where something stands that stands at this place of a text that begins here.
  log_place after(std::int64_t its_line, std::int64_t its_column) const {
    return its_line == 1 ? log_place{line, column + its_column - 1}
                         : log_place{line + its_line - 1, its_column};
  }
};
inline int clamped(std::int64_t n) { return n > INT_MAX ? INT_MAX : static_cast<int>(n); }

/// The way to a list from the top: names of members.
struct list_path {
  std::array<std::string_view, 4> members;
  std::size_t count;
  char const* pointer;  ///< the same as a JSON pointer
};

/// What is left of a value without the elements, and how places in it are places in the log.
struct log_rest {
  std::string text;
  bool is_too_long = false, has_list = false;
  struct cut {
    log_place here, there;
  };
  std::vector<cut> cuts;

  log_place place_of(log_place here) const {
    auto const* last = &cuts.front();
    for (auto const& c : cuts)
      if (c.here.line < here.line || (c.here.line == here.line && c.here.column <= here.column))
        last = &c;
    return last->there.after(
        here.line - last->here.line + 1,
        here.line == last->here.line ? here.column - last->here.column + 1 : here.column);
  }
};

struct log_element {
  std::size_t list;    ///< in which it stands, by number
  std::size_t number;  ///< in that list of this value, from 0 on
  log_place place;
  std::string_view text;
  bool is_too_long;
};

class log_listener {
 public:
  virtual void element(log_element const& e) = 0;
  /// A value has ended, or the log in the middle of it.
  virtual void end_value(log_rest const& rest) = 0;
  /// Something is wrong between two elements.
  virtual void misplaced(std::size_t list, log_place at, char const* message) = 0;

 protected:
  ~log_listener() = default;
};

class log_splitter {
 public:
  /// All must outlive it; the lists are at most 8.
  log_splitter(std::span<list_path const> lists, json_limits const& limits, log_listener& told)
      : lists_{lists}, limits_{&limits}, told_{&told} {}

  void take(std::string_view some) {
    for (auto const c : some) {
      if (is_in_element_)
        step_in_element(c);
      else
        step(c);
      place_.pass(c);
    }
  }
  void finish() {
    if (is_in_element_) end_element();
    if (!frames_.empty()) rest_.cuts.push_back({rest_place_, place_});
    if (is_in_value_) end_value();
  }

 private:
  static constexpr std::size_t deepest = 4'096;  // of brackets that are told apart

  struct frame {
    bool is_object;
    std::size_t list;  ///< its number, of one that is told by elements; else `no_list`
    std::string key = {};
  };
  static constexpr std::size_t no_list = ~std::size_t{0};

  static bool is_space(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

  // ---- besides the elements

  void step(char c) {
    if (!is_in_value_) {
      if (is_space(c)) return;
      begin_value();
    }
    if (!frames_.empty() && frames_.back().list != no_list && !is_in_text_ && c != ']')
      return step_in_list(c);
    if (frames_.empty() && is_space(c) && !is_in_text_) return end_value();
    keep(c);
    if (is_in_text_) return step_in_text(c);
    switch (c) {
      case '"':
        is_in_text_ = true;
        is_key_ = is_key_next_;
        if (is_key_) frames_.back().key.clear();
        break;
      case '{':
      case '[': open(c == '{'); break;
      case '}':
      case ']': close(c == '}'); break;
      case ',': is_key_next_ = !frames_.empty() && frames_.back().is_object; break;
      case ':': is_key_next_ = false; break;
      default: break;
    }
  }
  void begin_value() {
    is_in_value_ = true;
    is_key_next_ = false;
    rest_ = {};
    rest_.cuts.push_back({{}, place_});
    rest_place_ = {};
    for (auto& n : elements_) n = 0;
  }
  void end_value() {
    told_->end_value(rest_);
    is_in_value_ = is_in_text_ = is_escaped_ = false;
    frames_.clear();
    over_ = 0;
  }
  void keep(char c) {
    rest_place_.pass(c);
    rest_.is_too_long = rest_.is_too_long || rest_.text.size() >= limits_->bytes;
    if (!rest_.is_too_long) rest_.text += c;
  }
  void step_in_text(char c) {
    if (is_escaped_) {
      is_escaped_ = false;
    } else if (c == '\\') {
      is_escaped_ = true;
    } else if (c == '"') {
      is_in_text_ = false;
      if (frames_.empty()) end_value();
      return;
    }
    // A name with an escape is none of ours; what is left says so where a list is missing.
    if (is_key_ && frames_.back().key.size() < 64) frames_.back().key += c;
  }
  void open(bool is_object) {
    is_key_next_ = is_object;
    if (frames_.size() >= deepest) {
      ++over_;
      is_key_next_ = false;
      return;
    }
    auto const list = is_object ? no_list : list_here();
    frames_.push_back({is_object, list});
    if (list != no_list) rest_.has_list = true, wants_comma_ = has_comma_ = false;
  }
  void close(bool is_object) {
    is_key_next_ = false;
    if (over_ > 0) return void(--over_);
    if (frames_.empty()) return end_value();
    if (frames_.back().is_object != is_object) return;  // whoever parses what is left says so
    auto const list = frames_.back().list;
    frames_.pop_back();
    if (list != no_list) {
      if (has_comma_) told_->misplaced(list, place_, "a comma stands after the last element");
      auto after = place_;
      after.pass(']');
      rest_.cuts.push_back({rest_place_, after});
    }
    if (frames_.empty()) end_value();
  }
  std::size_t list_here() const {
    for (std::size_t i = 0; i < lists_.size(); ++i) {
      auto const& way = lists_[i];
      auto is_it = way.count == frames_.size();
      for (std::size_t k = 0; is_it && k < way.count; ++k)
        is_it = frames_[k].is_object && frames_[k].key == way.members[k];
      if (is_it) return i;
    }
    return no_list;
  }

  // ---- elements

  void step_in_list(char c) {
    if (is_space(c)) return;
    auto const list = frames_.back().list;
    if (c == '}') return told_->misplaced(list, place_, "'}' stands where the list would end");
    if (c == ',') {
      if (!wants_comma_)
        told_->misplaced(list, place_, "a comma stands where an element is expected");
      has_comma_ = wants_comma_;
      wants_comma_ = false;
      return;
    }
    if (wants_comma_) told_->misplaced(list, place_, "a comma is expected between two elements");
    is_in_element_ = true;
    element_place_ = place_;
    element_.clear();
    open_.clear();
    is_too_long_ = is_in_text_ = is_escaped_ = false;
    over_ = 0;
    step_in_element(c);
  }
  void step_in_element(char c) {
    auto const is_closing = c == '}' || c == ']';
    if (!is_in_text_ && open_.empty() && (is_closing || c == ',' || is_space(c))) {
      end_element();  // of a number or a word
      return step(c);
    }
    is_too_long_ = is_too_long_ || element_.size() >= limits_->bytes;
    if (!is_too_long_) element_ += c;
    if (is_in_text_) {
      if (is_escaped_)
        is_escaped_ = false;
      else if (c == '\\')
        is_escaped_ = true;
      else if (c == '"')
        is_in_text_ = false;
      if (!is_in_text_ && open_.empty()) end_element();
    } else if (c == '"') {
      is_in_text_ = true;
    } else if (c == '{' || c == '[') {
      if (open_.size() < deepest)
        open_ += c;
      else
        ++over_;
    } else if (is_closing) {
      if (over_ > 0)
        --over_;
      else if ((open_.back() == '{') == (c == '}'))
        open_.pop_back();
      if (open_.empty()) end_element();
    }
  }
  void end_element() {
    auto const list = frames_.back().list;
    is_in_element_ = is_in_text_ = is_escaped_ = false;
    wants_comma_ = true, has_comma_ = false;
    over_ = 0;
    told_->element({list, elements_[list]++, element_place_,
                    is_too_long_ ? std::string_view{} : std::string_view{element_}, is_too_long_});
    if (element_.capacity() > 1U << 20U) element_ = {};  // a large one is not kept for small ones
  }

  std::span<list_path const> lists_;
  json_limits const* limits_;
  log_listener* told_;
  log_place place_;
  bool is_in_value_ = false, is_in_element_ = false;
  bool is_in_text_ = false, is_escaped_ = false, is_key_ = false, is_key_next_ = false;
  bool wants_comma_ = false, has_comma_ = false, is_too_long_ = false;
  std::vector<frame> frames_;
  std::size_t over_ = 0;  // brackets beyond the deepest
  log_rest rest_;
  log_place rest_place_;
  std::string element_, open_;
  log_place element_place_;
  std::size_t elements_[8] = {};
};

}  // namespace lupaus::inline v0::detail::io
