// SPDX-License-Identifier: BSL-1.0
#include "command.hpp"
#include "graph_json.hpp"
#include "graph_text.hpp"
#include "printer.hpp"

#include "lupaus/graph.hpp"

#include <cstddef>
#include <string>

namespace {

class printer : public promise_printer {
 public:
  explicit printer(format as) : promise_printer{as, graphs_begin, graphs_end} {}

  void print(promise_read const& p, promise_graphs const& g) {
    ++read_;
    if (as_ == format::json)
      print_json(graphs_of(p, g));
    else
      print_text(p, text_of(p, g));
  }

  void end() { promise_printer::end(read_, std::to_string(read_) + " read"); }

 private:
  std::size_t read_ = 0;
};

}  // namespace

outcome graph_command(graph_request const& request) {
  printer out{request.as};
  return answer_all(request.files, out, [&](promise_read const& p) {
    auto const& m = p.document->model;
    out.print(p, {lupaus::find_critical_path(m), lupaus::find_weakest_links(m),
                  lupaus::find_parties_in_the_middle(m), lupaus::find_delegation_rings(m)});
    return outcome::sound;
  });
}
