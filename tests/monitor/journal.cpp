// SPDX-License-Identifier: BSL-1.0
//
// The files of a monitor: what is damaged is refused with its place, what is torn is cut off and
// told, and what was acknowledged is there.
#include "check/flagship.hpp"
#include "monitor/scratch.hpp"

#include "lupaus/detail/crc32c.hpp"
#include "lupaus/explore/event_names.hpp"
#include "lupaus/journal.hpp"
#include "lupaus/monitor/state/frames.hpp"
#include "lupaus/partition.hpp"

#include <boost/test/unit_test.hpp>

#include <algorithm>
#include <csignal>
#include <map>
#include <string>
#include <utility>
#include <vector>

#if LUPAUS_HAS_POSIX_FILES
#include <sys/resource.h>
#include <sys/wait.h>
#endif

using namespace lupaus;

namespace {

model const& as_sold() {
  static model const m = flagship::washing_machine{}.b.build().value();
  return m;
}
model const& mended() {
  static model const m = flagship::washing_machine{flagship::variant::mended}.b.build().value();
  return m;
}

constexpr seconds_t placed = 1'772'442'000;

/// A few orders that go wrong.
std::vector<order_event> some_records(int orders = 3) {
  auto const& m = as_sold();
  auto const delivery = part_called(m, "delivery");
  std::vector<order_event> all;
  for (int i = 0; i < orders; ++i) {
    auto const number = "order " + std::to_string(i);
    auto const at = placed + i * 600;
    auto const add = [&](order_event e) {
      e.id = number + " record " + std::to_string(all.size());
      all.push_back(std::move(e));
    };
    add({.order = number, .at = at, .kind = order_event_kind::placed});
    for (auto const* name : {"shipped", "damaged"}) {
      order_event e{.order = number, .at = at + (name[0] == 's' ? 36'000 : 72'000)};
      e.event = event_called(m, delivery, name);
      add(e);
    }
    add({.order = number, .at = at + 180'000, .kind = order_event_kind::contacted});
  }
  std::stable_sort(all.begin(), all.end(),
                   [](auto const& a, auto const& b) { return a.at < b.at; });
  return all;
}

durable_monitor opened(journal_options files, monitor_options options = {}) {
  return durable_monitor::open(as_sold(), {}, {}, std::move(options), std::move(files)).value();
}
/// Why it is refused; empty where it is not.
std::string refusal(journal_options files, model const& m = as_sold(),
                    monitor_options options = {}) {
  auto const w = durable_monitor::open(m, {}, {}, std::move(options), std::move(files));
  return w ? std::string{} : to_string(w.error());
}
bool says(std::string const& text, std::string const& part) { return text.find(part) != text.npos; }

/// The files of a run: a snapshot after some records, and a journal of the rest.
struct written {
  proof::scratch folder;
  journal_options files{folder("journal"), folder("snapshot")};
  scorecard score;
  std::string journal, snapshot;

  explicit written(std::size_t before = 5) {
    auto w = opened(files);
    auto const records = some_records();
    for (std::size_t i = 0; i < records.size(); ++i) {
      if (i == before) BOOST_TEST(w.checkpoint().has_value());
      BOOST_TEST(w.observe(records[i]).has_value());
    }
    score = w.watch().score();
    journal = proof::bytes_of(files.journal);
    snapshot = proof::bytes_of(files.snapshot);
  }
  void restore() const {
    proof::write_bytes(files.journal, journal);
    proof::write_bytes(files.snapshot, snapshot);
  }
};

}  // namespace

BOOST_AUTO_TEST_SUITE(journals)

BOOST_AUTO_TEST_CASE(the_checksum_is_the_one_of_rfc_3720) {
  using detail::crc32c;
  BOOST_TEST(crc32c(0, "123456789") == 0xe3069283U);
  BOOST_TEST(crc32c(0, std::string(32, '\0')) == 0x8a9136aaU);
  BOOST_TEST(crc32c(0, std::string(32, '\xff')) == 0x62a8ab43U);
  std::string up, down;
  for (int i = 0; i < 32; ++i) {
    up += static_cast<char>(i);
    down += static_cast<char>(31 - i);
  }
  BOOST_TEST(crc32c(0, up) == 0x46dd794eU);
  BOOST_TEST(crc32c(0, down) == 0x113fdb5cU);
  for (std::size_t i = 0; i <= up.size(); ++i)
    BOOST_TEST(crc32c(crc32c(0, up.substr(0, i)), up.substr(i)) == 0x46dd794eU);
}

BOOST_AUTO_TEST_CASE(the_share_of_an_order_is_stable) {
  // Hosts keep partitions by these numbers: they never change. FNV-1a's own vectors give them.
  static_assert(partition_of("", 1'000'000'007) ==
                (0xcbf29ce484222325U ^ 0xcbf29ce4U) % 1'000'000'007);
  static_assert(partition_of("foobar", 65'536) == ((0x85944171f73967e8U ^ 0x85944171U) & 0xffffU));
  std::map<std::uint32_t, int> counts;
  for (int i = 0; i < 80'000; ++i) ++counts[partition_of(std::to_string(i), 8)];
  for (std::uint32_t i = 0; i < 8; ++i) BOOST_TEST((counts[i] > 9'000 && counts[i] < 11'000));
}

BOOST_AUTO_TEST_CASE(a_torn_entry_is_cut_off_and_told) {
  written const w;
  // Where each entry ends: the only places at which nothing is torn.
  std::vector<std::size_t> ends;
  for (std::size_t size = 0; size <= w.journal.size(); ++size) {
    w.restore();
    proof::write_bytes(w.files.journal, w.journal.substr(0, size));
    auto const why = refusal(w.files);
    if (!why.empty()) {
      BOOST_TEST(ends.empty());  // the head was written in one step, with the file
      BOOST_TEST(says(why, w.files.journal));
      continue;
    }
    proof::write_bytes(w.files.journal, w.journal.substr(0, size));
    auto const again = opened(w.files);
    auto const cut = again.resumed().cut;
    if (cut == 0) ends.push_back(size);
    BOOST_TEST(again.resumed().replayed + 1 == ends.size());
    BOOST_TEST(proof::bytes_of(w.files.journal).size() == ends.back());
    if (cut != 0) BOOST_TEST((again.resumed().cut_at == ends.back() && cut == size - ends.back()));
  }
  BOOST_TEST(ends.size() == some_records().size() - 5 + 1);
  BOOST_TEST(ends.back() == w.journal.size());
}

BOOST_AUTO_TEST_CASE(zeros_that_a_power_failure_left_are_cut_off) {
  written const w;
  w.restore();
  proof::write_bytes(w.files.journal, w.journal + std::string(700, '\0'));
  auto const again = opened(w.files);
  BOOST_TEST(again.resumed().cut == 700u);
  BOOST_TEST((again.watch().score() == w.score));
  BOOST_TEST(proof::bytes_of(w.files.journal) == w.journal);
}

BOOST_AUTO_TEST_CASE(a_changed_byte_is_refused_with_its_place) {
  written const w;
  for (auto const* file : {&w.files.journal, &w.files.snapshot}) {
    auto const& right = file == &w.files.journal ? w.journal : w.snapshot;
    for (std::size_t i = 0; i < right.size(); ++i)
      for (auto const flip : {'\x01', '\x80', '\xff'}) {
        w.restore();
        auto wrong = right;
        wrong[i] = static_cast<char>(wrong[i] ^ flip);
        proof::write_bytes(*file, wrong);
        auto const why = refusal(w.files);
        if (!says(why, *file + ": byte ") || says(why, "byte 0: ") != (i < 8)) {
          BOOST_ERROR("byte " + std::to_string(i) + ": " + why);
          return;
        }
        BOOST_TEST(proof::bytes_of(*file) == wrong);  // it is not touched
      }
  }
}

BOOST_AUTO_TEST_CASE(what_is_of_another_version_promise_or_share_is_refused) {
  written const w;
  for (auto const* file : {&w.files.journal, &w.files.snapshot}) {
    w.restore();
    auto other = file == &w.files.journal ? w.journal : w.snapshot;
    other[8] = 3;
    proof::write_bytes(*file, other);
    BOOST_TEST(says(refusal(w.files), *file + ": byte 8: the "));
    BOOST_TEST(says(refusal(w.files), "is of version 3, and version 2 is expected"));
  }
  w.restore();
  BOOST_TEST(says(refusal(w.files, mended()), "another promise"));
  BOOST_TEST(says(refusal(w.files, mended()), content_hash(as_sold())));
  BOOST_TEST(says(refusal(w.files, mended()), content_hash(mended()) + " is expected"));
  BOOST_TEST(says(refusal(w.files, as_sold(), {.share = {1, 2}}),
                  "it is of partition 0 of 1, and partition 1 of 2 is expected"));
  // The journal alone.
  auto alone = w.files;
  alone.snapshot = {};
  BOOST_TEST(says(refusal(alone), "the journal begins after entry 5, and there is no snapshot"));
  // The snapshot alone, and one of another run.
  std::remove(w.files.journal.c_str());
  BOOST_TEST(says(refusal(w.files), "there is no such file"));
  written const later{7};
  w.restore();
  proof::write_bytes(w.files.journal, later.journal);
  BOOST_TEST(
      says(refusal(w.files), "the journal begins after entry 7, and the snapshot ends with 5"));
}

BOOST_AUTO_TEST_CASE(a_journal_of_another_run_is_refused) {
  proof::scratch const folder;
  journal_options const one{folder("journal"), folder("snapshot")};
  journal_options const other{folder("other journal"), {}};
  {
    auto w = opened(one), v = opened(other);
    auto records = some_records();
    for (auto& e : records) {
      BOOST_TEST(w.observe(e).has_value());
      e.at += 1;
      BOOST_TEST(v.observe(e).has_value());
    }
    BOOST_TEST(w.checkpoint().has_value());
  }
  proof::write_bytes(one.journal, proof::bytes_of(other.journal));
  BOOST_TEST(says(refusal(one), "they are not of one run"));
}

BOOST_AUTO_TEST_CASE(a_crash_between_the_snapshot_and_the_journal_counts_nothing_twice) {
  written const w;
  auto const whole = opened({w.folder("whole"), {}});
  w.restore();
  {
    auto last = opened(w.files);
    BOOST_TEST(last.checkpoint().has_value());
  }
  // The snapshot is new, the journal is the old one.
  proof::write_bytes(w.files.journal, w.journal);
  {
    auto const again = opened(w.files);
    BOOST_TEST(again.resumed().replayed == 0u);
    BOOST_TEST((again.watch().score() == w.score));
    BOOST_TEST(again.place().sequence == some_records().size());
  }
  // Or, where the power failed, a part of that.
  proof::write_bytes(w.files.journal, w.journal.substr(0, w.journal.size() - 40));
  auto const again = opened(w.files);
  BOOST_TEST((again.watch().score() == w.score));
  BOOST_TEST(again.place().sequence == some_records().size());
}

BOOST_AUTO_TEST_CASE(many_records_are_written_at_once) {
  proof::scratch const folder;
  auto const records = some_records();
  journal_place far;
  for (auto const& e : records) far = after(far, e);
  std::string one_by_one;
  {
    auto w = opened({folder("one by one"), {}});
    for (auto const& e : records) BOOST_TEST(w.observe(e).has_value());
    BOOST_TEST((w.place() == far));
  }
  auto w = opened({folder("at once"), {}, true});
  BOOST_TEST((w.observe(records).value() == far));
  BOOST_TEST(proof::bytes_of(folder("at once")) == proof::bytes_of(folder("one by one")));
  BOOST_CHECK_THROW(static_cast<void>(w.observe(order_event{})), bad_input);
  BOOST_TEST((w.place() == far));
}

BOOST_AUTO_TEST_CASE(the_host_is_told_of_its_work) {
  proof::scratch const folder;
  std::map<std::string, std::uint64_t> signals;
  monitor_options options;
  options.on_signal = [&](monitor_signal const& s) { ++signals[std::string{id_of(s.kind)}]; };
  options.keeps_ended = 0;
  auto const records = some_records();
  auto const shipped = std::find_if(records.begin(), records.end(), [&](auto const& e) {
    return e.order == records[0].order && e.kind == order_event_kind::happened;
  });
  {
    auto w = opened({folder("journal"), folder("snapshot")}, options);
    for (auto const& e : records) BOOST_TEST(w.observe(e).has_value());
    BOOST_TEST(w.observe(records.front()).has_value());
    BOOST_TEST(w.observe({.order = records[0].order,
                          .at = records.back().at,
                          .kind = order_event_kind::withdrawn,
                          .id = "gone",
                          .corrects = shipped->id})
                   .has_value());
    BOOST_TEST(w.checkpoint().has_value());
    BOOST_TEST(w.observe({.order = records[1].order,
                          .at = records.back().at,
                          .kind = order_event_kind::called_off})
                   .has_value());
    BOOST_TEST(w.erase(records.back().order).value());
  }
  auto bytes = proof::bytes_of(folder("journal"));
  proof::write_bytes(folder("journal"), bytes + "\x05");
  auto w = opened({folder("journal"), folder("snapshot")}, options);
  BOOST_TEST(w.advance(records.back().at + 400 * one_day).has_value());
  BOOST_TEST(signals["order-begun"] == 3u);
  BOOST_TEST(signals["record-twice"] == 1u);
  BOOST_TEST(signals["judged-again"] == 1u);
  BOOST_TEST(signals["snapshot-written"] == 1u);
  BOOST_TEST(signals["restored"] == 1u);
  BOOST_TEST(signals["journal-begun"] == 2u);
  BOOST_TEST(signals["journal-replayed"] == 1u);
  BOOST_TEST(signals["journal-cut"] == 1u);
  BOOST_TEST(signals["order-erased"] == 2u);  // once more with the journal
  BOOST_TEST(signals["order-retired"] == 1u);
}

#if LUPAUS_HAS_POSIX_FILES

BOOST_AUTO_TEST_CASE(one_process_at_a_time_has_a_journal) {
  proof::scratch const folder;
  journal_options const files{folder("journal"), {}};
  auto w = opened(files);
  BOOST_TEST(says(refusal(files), "cannot be opened for this process alone"));
  BOOST_TEST(w.observe(some_records()[0]).has_value());
  BOOST_TEST(w.checkpoint().has_value());
  BOOST_TEST(says(refusal(files), "cannot be opened for this process alone"));
}

BOOST_AUTO_TEST_CASE(what_cannot_be_written_does_not_count) {
  proof::scratch const folder;
  journal_options const files{folder("journal"), {}};
  auto const records = some_records();
  auto w = opened(files);
  for (auto const& e : records) BOOST_TEST(w.observe(e).has_value());
  auto const before = proof::bytes_of(files.journal);
  auto const place = w.place();
  // The file may grow by a few bytes: less than an entry.
  std::signal(SIGXFSZ, SIG_IGN);
  rlimit usual{};
  getrlimit(RLIMIT_FSIZE, &usual);
  auto small = usual;
  small.rlim_cur = before.size() + 9;
  setrlimit(RLIMIT_FSIZE, &small);
  order_event const more{.order = "more", .at = placed, .kind = order_event_kind::placed};
  auto const refused = w.observe(more);
  setrlimit(RLIMIT_FSIZE, &usual);
  BOOST_TEST(!refused.has_value());
  BOOST_TEST(says(to_string(refused.error()), files.journal + ": the file cannot be written: "));
  BOOST_TEST(proof::bytes_of(files.journal) == before);
  BOOST_TEST((w.place() == place));
  BOOST_TEST(w.watch().score().placed == 3u);
  // With room again it goes on.
  BOOST_TEST(w.observe(more).has_value());
  auto const score = w.watch().score();
  { auto const closed = std::move(w).release(); }
  BOOST_TEST((opened(files).watch().score() == score));
}

// Half of a partition's records are taken in by one process and the rest by another.
BOOST_AUTO_TEST_CASE(a_partition_moves_to_another_process) {
  proof::scratch const folder;
  constexpr std::uint32_t parts = 3;
  auto const records = some_records(40);
  auto const files_of = [&](std::uint32_t i) {
    return journal_options{folder("journal " + std::to_string(i)),
                           folder("snapshot " + std::to_string(i))};
  };
  auto const take = [&](std::uint32_t i, std::size_t from, std::size_t until, bool writes) {
    auto w = opened(files_of(i), {.share = {i, parts}});
    for (auto at = from; at < until; ++at) {
      auto const& e = records[at];
      auto const is_right = partition_of(e.order, parts) == i ? w.observe(e).has_value()
                                                              : w.advance(e.at).has_value();
      if (!is_right) return false;
      if (writes && at == until / 2 && !w.checkpoint()) return false;
    }
    return true;
  };
  auto const half = records.size() / 2;
  for (std::uint32_t i = 0; i < parts; ++i) {
    auto const child = fork();
    if (child == 0) _exit(take(i, 0, half, true) ? 0 : 1);
    int status = -1;
    BOOST_TEST(waitpid(child, &status, 0) == child);
    BOOST_TEST(status == 0);
  }
  scorecard sum;
  for (std::uint32_t i = 0; i < parts; ++i) {
    BOOST_TEST(take(i, half, records.size(), false));
    auto w = opened(files_of(i), {.share = {i, parts}});
    BOOST_TEST(w.watch().size() > 0u);
    auto mine = std::move(w).release();
    mine.finish();
    sum += mine.score();
  }
  monitor one{as_sold()};
  for (auto const& e : records) one.observe(e);
  one.finish();
  BOOST_TEST((sum == one.score()));
  BOOST_TEST(sum.placed == 40u);
}

#endif

BOOST_AUTO_TEST_SUITE_END()
