// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>

#include <chrono>
#include <filesystem>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

int main() {
  //! [faults]
  builder b{"lamp, delivered"};
  b.customer("customer");
  b.seller("shop");
  b.subcontractor("carrier");
  b.good("lamp");
  b.service("delivery");
  b.claims("shop", "delivry", within(48h));
  b.commits("shop", "lamp", within(-1h));
  b.commits_to("courier", "shop", "delivery", within(24h));
  b.tells("shop", "shop", completed("lamp"), 2h);
  //! [faults]

  //! [result]
  result<model> const built = b.build();
  if (!built)
    for (error const& e : built.error())
      std::cout << std::filesystem::path{e.file}.filename().string() << ':' << e.line << ": "
                << e.where << ": " << e.message
                << (e.suggestion.empty() ? "" : "; did you mean '" + e.suggestion + "'?") << '\n';
  //! [result]

  //! [throw]
  try {
    model const m = b.build().value();
  } catch (bad_input const& bad) {
    std::cout << bad.all().size()
              << " faults; the first is of kind unknown_name: " << std::boolalpha
              << (bad.all().front().code == error_code::unknown_name) << '\n';
  }
  //! [throw]

  //! [so-far]
  builder small{"lamp"};
  small.customer("customer");
  std::cout << "while writing: " << small.faults().size() << " faults\n";
  std::cout << to_string(small.build().error()) << '\n';
  //! [so-far]
}
