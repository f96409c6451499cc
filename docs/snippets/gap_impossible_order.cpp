// SPDX-License-Identifier: BSL-1.0
#include <lupaus/model/builder/builder.hpp>
#include <lupaus/report/text.hpp>
#include <lupaus/validate.hpp>

#include <chrono>
#include <iostream>

using namespace lupaus;
using namespace std::chrono_literals;

namespace {

model offer(bool mended) {
  //! [as-sold]
  builder b{"bathroom, renewed"};
  b.customer("customer");
  auto const firm = b.seller("bathroom firm");
  auto const pipes = b.service("piping");
  auto const tiles = b.service("tiling");
  auto const basin = b.service("hanging of the basin");
  b.product(all_of(pipes, tiles, basin));
  b.can_do(firm, pipes, 48h);
  b.can_do(firm, tiles, 72h);
  b.can_do(firm, basin, 24h);
  b.on(cancel_requested).owes(firm, accept);
  b.claims(firm, b.whole(), within(240h), "done in ten days");
  b.commits(firm, b.whole(), within(240h));

  b.before(pipes, tiles);               // the pipes lie behind the tiles
  b.before(tiles, basin);               // the basin hangs on them
  if (!mended) b.before(basin, pipes);  // and the plumber begins with what the basin needs
  //! [as-sold]
  return b.build().value();
}

}  // namespace

int main() {
  std::cout << "AS SOLD\n\n" << to_text(validate(offer(false)), {.with_matrix = false});
  std::cout << "\nMENDED\n\n" << to_text(validate(offer(true)), {.with_matrix = false});
}
