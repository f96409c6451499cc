// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of logs in EPCIS.
#pragma once

#include "lupaus/event_logs.hpp"
#include "lupaus/io/log/epcis_records.hpp"
#include "lupaus/io/log/mapping_reader.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace lupaus::inline v0 {

namespace detail::io {

class epcis_log_reader final : public log_listener {
 public:
  epcis_log_reader(model_view const& m, epcis_mapping mapping, json_options const& options)
      : options_{options}, source_{options_}, records_{m, std::move(mapping)} {}
  epcis_log_reader(epcis_log_reader const&) = delete;
  epcis_log_reader& operator=(epcis_log_reader const&) = delete;

  log_counts const& counts() const { return counts_; }

  void read(foreign_log const& log, std::string_view file) {
    options_.file = file;
    log_teller teller{log, options_, counts_};
    teller_ = &teller;
    teller.read(lists, *this);
    teller_ = nullptr;
    options_.file = {};
  }

  void element(log_element const& e) override { read_event(e, log_teller::pointer_of(lists, e)); }
  void misplaced(std::size_t list, log_place at, char const* message) override {
    teller_->fault(at, lists[list].pointer, error_code::bad_value, message);
  }
  // Of a document, all besides its events; or a bare event.
  void end_value(log_rest const& rest) override {
    if (rest.is_too_long && rest.has_list)
      return teller_->fault(rest.place_of({}), {}, error_code::too_large,
                            "a document has at most " + std::to_string(options_.limits.bytes) +
                                " bytes besides its events");
    if (rest.has_list || (!rest.is_too_long && is_document(rest.text))) return read_document(rest);
    read_event({0, 0, rest.place_of({}), rest.is_too_long ? std::string_view{} : rest.text,
                rest.is_too_long},
               {});
  }

 private:
  static constexpr list_path lists[] = {
      {{"epcisBody", "eventList"}, 2, "/epcisBody/eventList"},
      {{"epcisBody", "queryResults", "resultsBody", "eventList"},
       4,
       "/epcisBody/queryResults/resultsBody/eventList"},
      {{}, 0, ""},  // a list of bare events
  };
  static constexpr std::string_view documents[] = {"EPCISDocument", "EPCISQueryDocument"};

  void read_event(log_element const& e, std::string const& pointer) {
    if (e.is_too_long) return teller_->refuse_too_long(e, pointer);
    made_.clear();
    epcis_event event;
    source_.begin(e.text);
    auto why = skip_reason::none;
    if (parse_json(source_)) epcis_event_reader{source_}.read(event);
    if (source_.faults.empty()) why = records_.read(source_, event, made_);
    if (!source_.faults.empty()) return teller_->refuse(e, std::move(source_.faults), pointer);
    teller_->tell(e, made_, why);
  }
  // By its type, or by its body, where it has no events.
  bool is_document(std::string_view text) {
    source_.begin(text);
    if (!parse_json(source_) || source_.tree[0].kind != json_kind::object) return false;
    auto const type = source_.tree.member(0, "type");
    return source_.tree.member(0, "epcisBody") != no_place ||
           (type != no_place && source_.tree[type].text.starts_with("EPCIS"));
  }
  void read_document(log_rest const& rest) {
    source_.begin(rest.text);
    if (parse_json(source_) && source_.tree[0].kind == json_kind::object) {
      json_object o{source_, 0};
      if (needed_text(source_, o, "type"))
        (void)word_of(source_, o.look("type"), documents, "type of document");
      if (auto const version = o.find("schemaVersion"); version != no_place)
        if (auto const said = text_of(source_, version);
            said && *said != "2" && !said->starts_with("2."))
          source_.fail(version, error_code::bad_value,
                       {"EPCIS 2.0 is expected, and ", in_quotes(*said), " was found"});
      if (!rest.has_list)
        source_.fail(0, error_code::missing,
                     {"there is no list of events: /epcisBody/eventList, or "
                      "/epcisBody/queryResults/resultsBody/eventList"});
    }
    if (!source_.faults.empty()) teller_->faults(rest, std::move(source_.faults));
  }

  json_options options_;
  json_source source_;
  epcis_records records_;
  log_counts counts_;
  log_teller* teller_ = nullptr;
  std::vector<order_event> made_;
};

}  // namespace detail::io

LUPAUS_DECL epcis_log::epcis_log(model_view const& m, epcis_mapping mapping,
                                 json_options const& options)
    : reader_{std::make_unique<detail::io::epcis_log_reader>(m, std::move(mapping), options)} {}
LUPAUS_DECL epcis_log::epcis_log(epcis_log&&) noexcept = default;
LUPAUS_DECL epcis_log& epcis_log::operator=(epcis_log&&) noexcept = default;
LUPAUS_DECL epcis_log::~epcis_log() = default;

LUPAUS_DECL log_counts const& epcis_log::counts() const noexcept { return reader_->counts(); }
LUPAUS_DECL void epcis_log::read_log(detail::io::foreign_log const& log, std::string_view file) {
  reader_->read(log, file);
}

LUPAUS_DECL result<epcis_mapping> read_epcis_mapping(model_view const& m, std::string_view json,
                                                     json_options const& options) {
  return detail::io::mapping_reader{m, options}.read_epcis(json);
}

}  // namespace lupaus::inline v0
