// SPDX-License-Identifier: BSL-1.0
//
// A function object that decides by something else than the circumstances is no policy.
// error: (use of deleted function|call to deleted function).*explore
// lines(gcc): 10
// lines(clang): 30
#include "lupaus/explore.hpp"

namespace {

struct our_policy {
#ifdef MENDED
  lupaus::decision decide(lupaus::circumstances const&) const { return lupaus::decision::waits(); }
#else
  lupaus::decision decide(int) const { return lupaus::decision::waits(); }
#endif
};

}  // namespace

bool traps_nobody(lupaus::model const& m) { return lupaus::explore(m, our_policy{}).is_clean(); }
