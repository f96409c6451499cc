// SPDX-License-Identifier: BSL-1.0
//
// https://github.com/saleor/saleor/issues/8327
// One clerk cancels an order while another still has its page open and fulfils it: the order ends
// fulfilled, and refunded in full. As shipped, each acts on what he saw, two lives of one order
// that know nothing of each other; mended, whoever comes second is turned away: one life, one
// outcome.
#include "show.hpp"

using namespace tracker;

namespace {

struct offer {
  builder b{"book, sent"};
  party_id customer = b.customer("customer"), shop = b.seller("shop");
  part_id book = b.good("book"), sending = b.service("sending"), money = b.service("money");
  event_id given_up;  // cancelled by the one clerk; the other's 'sending completed' is fulfilled

  explicit offer(bool mended) {
    b.product(all_of(book >> sending, money)).carries(sending, book);
    b.can_do(shop, book, 0h).can_do(shop, sending, 48h).can_do(shop, money, 0h);
    given_up = b.fails(mended ? sending : money, "cancelled and refunded").follows(ordered).id();
  }
};

verdict explored(offer const& o) {
  auto const accepts = [](circumstances const& c) {
    return c.on == occasion::news ? decision::waits() : decision::accepts();
  };
  explore_options options;
  options.invariants = {{"never both goods and money", [&](order_view const& x) {
                           return !(x.is_done(o.sending) && x.has_happened(o.given_up));
                         }}};
  return explore(o.b.build().value(), accepts, options);
}

}  // namespace

int main() {
  auto const story = explored(offer{false}), proof = explored(offer{true});
  show("As shipped: each clerk by the page before him", story);
  show("Mended: by the order as it is", proof);
  auto const& broken = story.violations;  // ordered, shipped, completed, given up
  auto const is_found = broken.size() == 1 && broken[0].moves.size() == 4;
  return outcome(is_found, proof.is_clean());
}
