# SPDX-License-Identifier: BSL-1.0
cmake -S lupaus -B build/lupaus -DLUPAUS_BUILD_TESTS=OFF -DLUPAUS_BUILD_EXAMPLES=OFF \
  -DLUPAUS_BUILD_BENCHMARKS=OFF -DLUPAUS_BUILD_DOCS=OFF
cmake --install build/lupaus --prefix prefix
