// SPDX-License-Identifier: BSL-1.0
#include "text_places.hpp"

#include <boost/json/parse.hpp>
#include <boost/json/value.hpp>

#include <utility>

namespace {

/// Walks over JSON that is known to be right, and notes where the values that are asked for begin.
class walker {
 public:
  walker(std::string_view json, std::map<std::string, text_place>& wanted)
      : json_{json}, wanted_{wanted} {}

  void walk() { value(); }

 private:
  static constexpr bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }
  char here() const { return at_ < json_.size() ? json_[at_] : '\0'; }
  void step() {
    auto const c = static_cast<unsigned char>(json_[at_++]);
    if (c == '\n')
      ++place_.line, place_.column = 1;
    else if ((c & 0xc0U) != 0x80U)  // a character of UTF-8 counts once
      ++place_.column;
  }
  void skip_blanks() {
    while (is_blank(here())) step();
  }

  void value() {
    skip_blanks();
    if (auto const found = wanted_.find(pointer_); found != wanted_.end()) found->second = place_;
    if (here() == '{')
      members();
    else if (here() == '[')
      elements();
    else if (here() == '"')
      text();
    else
      while (at_ < json_.size() && !is_blank(here()) && here() != ',' && here() != ']' &&
             here() != '}')
        step();
    skip_blanks();
  }
  void members() {
    for (step(), skip_blanks(); here() == '"'; skip_blanks()) {
      auto const key = text();
      skip_blanks();
      step();  // the colon
      inside(key);
      if (here() != ',') break;
      step();
    }
    if (here() == '}') step();
  }
  void elements() {
    step();
    skip_blanks();
    for (std::size_t i = 0; at_ < json_.size() && here() != ']'; ++i) {
      inside(std::to_string(i));
      if (here() == ',') step();
    }
    if (here() == ']') step();
  }
  void inside(std::string_view token) {
    auto const size = pointer_.size();
    pointer_ += '/';
    for (char const c : token)
      if (c == '~')
        pointer_ += "~0";
      else if (c == '/')
        pointer_ += "~1";
      else
        pointer_ += c;
    value();
    pointer_.resize(size);
  }
  std::string text() {
    auto const begin = at_;
    auto has_escapes = false;
    for (step(); at_ < json_.size() && here() != '"'; step())
      if (here() == '\\') has_escapes = true, step();
    if (at_ < json_.size()) step();
    auto const written = json_.substr(begin, at_ - begin);
    if (!has_escapes) return std::string{written.substr(1, written.size() - 2)};
    auto const read = boost::json::parse({written.data(), written.size()});
    return {read.as_string().begin(), read.as_string().end()};
  }

  std::string_view json_;
  std::map<std::string, text_place>& wanted_;
  std::size_t at_ = 0;
  text_place place_;
  std::string pointer_;
};

}  // namespace

std::map<std::string, text_place> places_in(std::string_view json,
                                            std::vector<std::string> const& pointers) {
  std::map<std::string, text_place> wanted;
  for (auto const& p : pointers) wanted.emplace(p, text_place{});
  if (!wanted.empty()) walker{json, wanted}.walk();
  return wanted;
}
