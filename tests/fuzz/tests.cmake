# SPDX-License-Identifier: BSL-1.0
#
# Fuzz targets, for clang with its libFuzzer: -DLUPAUS_BUILD_FUZZERS=ON. The test runs for a minute,
# beginning with the corpus beside this file and documents of our own writer.

option(LUPAUS_BUILD_FUZZERS "Build the fuzz targets (clang)" OFF)
set(LUPAUS_FUZZ_SECONDS 60 CACHE STRING "For how long the tests fuzz")
if(LUPAUS_BUILD_FUZZERS)
  add_executable(lupaus_fuzz_json ${CMAKE_CURRENT_LIST_DIR}/json.cpp)
  # Header-only, for the fuzzer to see what the input reaches.
  target_link_libraries(lupaus_fuzz_json PRIVATE lupaus_strict)
  target_compile_options(lupaus_fuzz_json PRIVATE -O1 -fsanitize=fuzzer,address,undefined
                                                  -fno-sanitize-recover=all)
  target_link_options(lupaus_fuzz_json PRIVATE -fsanitize=fuzzer,address,undefined)
  # New inputs are written into the first folder; the corpus is only read.
  file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/fuzz_json)
  add_test(NAME lupaus_fuzz_json
           COMMAND lupaus_fuzz_json -max_total_time=${LUPAUS_FUZZ_SECONDS} -timeout=20
                   -rss_limit_mb=2048 -dict=${CMAKE_CURRENT_LIST_DIR}/json.dict
                   ${CMAKE_CURRENT_BINARY_DIR}/fuzz_json ${CMAKE_CURRENT_LIST_DIR}/corpus)
  set_tests_properties(lupaus_fuzz_json PROPERTIES LABELS fuzz)
endif()
