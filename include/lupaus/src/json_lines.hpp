// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the reader of JSON lines. One thread reads the text and tells of its lines;
// batches of them are read by all threads, that one among them while it has nothing else to do.
#pragma once

#include "lupaus/io/json_lines.hpp"

#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <cstring>
#include <deque>
#include <exception>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <thread>
#include <utility>
#include <vector>

namespace lupaus::inline v0::detail::io {

/// Some lines of a text, and what they were read as.
struct line_batch {
  struct line {
    std::size_t number;
    std::size_t begin, size;  ///< in the text
    bool is_too_long;
  };

  std::string text;
  std::vector<line> lines;
  std::vector<result<json_document>> documents;
  std::exception_ptr failure = {};
  bool is_read = false;

  void clear() {
    text.clear(), lines.clear(), documents.clear();
    failure = {};
    is_read = false;
  }

  void read(document_reader& reader, json_options const& options) {
    try {
      for (auto const& l : lines) documents.push_back(read_line(l, reader, options));
    } catch (...) {
      failure = std::current_exception();
    }
  }

 private:
  result<json_document> read_line(line const& l, document_reader& reader,
                                  json_options const& options) const {
    auto const shifted = [&](errors faults) {
      for (auto& e : faults) e.line += static_cast<int>(l.number - 1);
      return faults;
    };
    if (l.is_too_long) {
      error too_long{error_code::too_large, {}, {}, {}, std::string{options.file}, 1, 1};
      too_long.message =
          "a line has at most " + std::to_string(options.limits.bytes) + " bytes, and this more";
      return shifted({std::move(too_long)});
    }
    auto document = reader.read(std::string_view{text}.substr(l.begin, l.size));
    if (!document) return shifted(document.error());
    return document;
  }
};

/// Cuts a text into batches of lines. Of a line that is too long it keeps nothing.
class line_cutter {
 public:
  line_cutter(line_stream const& lines, std::size_t longest) : from_{lines}, longest_{longest} {}

  /// The next lines that are not blank, at least one, and as many as the source gives at a time;
  /// false at the end of the text.
  bool cut(line_batch& b) {
    while (b.lines.empty()) {
      if (is_at_end_) return false;
      auto const n = from_.fill(from_.source, buffer_, sizeof buffer_);
      is_at_end_ = n == 0;
      take({buffer_, (std::min)(n, sizeof buffer_)}, b);
    }
    return true;
  }

 private:
  void take(std::string_view chunk, line_batch& b) {
    // What the line before this chunk began with stands first in the batch.
    b.text.swap(begun_);
    begun_.clear();
    std::size_t begin = 0;
    while (!chunk.empty()) {
      auto const end = chunk.find('\n');
      auto const piece = chunk.substr(0, end);
      if (!is_too_long_ && b.text.size() - begin + piece.size() <= longest_) {
        b.text += piece;
      } else {
        is_too_long_ = true;
        b.text.resize(begin);
      }
      if (end == std::string_view::npos) break;
      finish(b, begin);
      chunk.remove_prefix(end + 1);
    }
    if (is_at_end_ && (is_too_long_ || b.text.size() > begin)) finish(b, begin);
    if (begin == 0) {
      begun_.swap(b.text);
    } else {
      begun_.assign(b.text, begin);
      b.text.resize(begin);
    }
  }
  void finish(line_batch& b, std::size_t& begin) {
    auto const line = std::string_view{b.text}.substr(begin);
    if (is_too_long_ || line.find_first_not_of(" \t\r") != line.npos)
      b.lines.push_back({number_, begin, line.size(), is_too_long_});
    ++number_;
    is_too_long_ = false;
    begin = b.text.size();
  }

  line_stream const& from_;
  std::size_t longest_;
  std::string begun_;  // of a line whose end has not come
  std::size_t number_ = 1;
  bool is_too_long_ = false, is_at_end_ = false;
  char buffer_[65'536];
};

/// Tells of the lines of a batch that was read. False when no more is to be told.
inline bool tell_lines(line_stream const& to, line_batch const& b, std::size_t& right) {
  for (std::size_t i = 0; i < b.documents.size(); ++i) {
    right += b.documents[i] ? 1U : 0U;
    auto const& l = b.lines[i];
    auto const text =
        l.is_too_long ? std::string_view{} : std::string_view{b.text}.substr(l.begin, l.size);
    if (!to.tell(to.sink, {l.number, b.documents[i], text})) return false;
  }
  if (b.failure) std::rethrow_exception(b.failure);
  return true;
}

/// Batches on their way through threads; in the order in which they came.
class line_readers {
 public:
  line_readers(json_options const& options, std::size_t threads) : options_{options} {
    try {
      for (std::size_t i = 1; i < threads; ++i) threads_.emplace_back([this] { work(); });
    } catch (std::system_error const&) {  // as many as there can be
    }
  }
  line_readers(line_readers const&) = delete;
  line_readers& operator=(line_readers const&) = delete;
  ~line_readers() {
    {
      std::lock_guard const lock{mutex_};
      is_over_ = true;
    }
    changed_.notify_all();
    for (auto& t : threads_) t.join();
  }

  void put(line_batch& b) {
    {
      std::lock_guard const lock{mutex_};
      waiting_.push_back(&b);
    }
    changed_.notify_all();
  }
  /// Returns when it has been read; helps meanwhile.
  void finish(line_batch& b) {
    std::unique_lock lock{mutex_};
    while (!b.is_read) {
      if (waiting_.empty())
        changed_.wait(lock);
      else
        read_next(lock, reader_);
    }
  }

 private:
  void work() {
    document_reader reader{options_};
    std::unique_lock lock{mutex_};
    for (;;) {
      changed_.wait(lock, [&] { return is_over_ || !waiting_.empty(); });
      if (is_over_) return;
      read_next(lock, reader);
    }
  }
  void read_next(std::unique_lock<std::mutex>& lock, document_reader& reader) {
    auto& b = *waiting_.front();
    waiting_.pop_front();
    lock.unlock();
    b.read(reader, options_);
    lock.lock();
    b.is_read = true;
    changed_.notify_all();
  }

  json_options const& options_;
  document_reader reader_{options_};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::deque<line_batch*> waiting_;
  bool is_over_ = false;
  std::vector<std::thread> threads_;
};

/// Without other threads: one line at a time, so that nothing beyond a line is read in vain.
inline std::size_t read_lines_in_turn(line_stream const& lines, json_options const& options) {
  line_cutter cutter{lines, options.limits.bytes};
  document_reader reader{options};
  line_batch all, one;
  std::size_t right = 0;
  for (auto goes_on = true; goes_on;) {
    all.clear();
    if (!cutter.cut(all)) break;
    one.text.swap(all.text);
    for (auto const& l : all.lines) {
      one.lines.assign(1, l);
      one.documents.clear();
      one.read(reader, options);
      goes_on = tell_lines(lines, one, right);
      if (!goes_on) break;
    }
    one.text.swap(all.text);
  }
  return right;
}

LUPAUS_DECL std::size_t read_lines(line_stream const& lines, json_options const& options) {
  auto const threads = options.threads != 0 ? options.threads : std::thread::hardware_concurrency();
  if (threads < 2) return read_lines_in_turn(lines, options);
  line_cutter cutter{lines, options.limits.bytes};
  std::vector<line_batch> batches(3 * threads);
  line_readers readers{options, threads};  // after what its threads work on
  std::size_t first = 0, next = 0, right = 0;
  for (auto is_at_end = false;;) {
    while (!is_at_end && next - first < batches.size()) {
      auto& b = batches[next % batches.size()];
      b.clear();
      is_at_end = !cutter.cut(b);
      if (is_at_end) break;
      ++next;
      readers.put(b);
    }
    if (first == next) return right;
    auto& b = batches[first % batches.size()];
    readers.finish(b);
    if (!tell_lines(lines, b, right)) return right;
    ++first;
  }
}

}  // namespace lupaus::inline v0::detail::io
