# SPDX-License-Identifier: BSL-1.0
#
# Fuzz targets, for clang with its libFuzzer: -DLUPAUS_BUILD_FUZZERS=ON. Each test runs for half a minute,
# and those of foreign logs and of journeys, which share most of what they reach, for a third of one,
# beginning with the corpus beside this file.

option(LUPAUS_BUILD_FUZZERS "Build the fuzz targets (clang)" OFF)
set(LUPAUS_FUZZ_SECONDS 30 CACHE STRING "For how long the tests fuzz")
if(LUPAUS_BUILD_FUZZERS)
  # Each with the folder of what it begins with.
  foreach(fuzzed IN ITEMS json/corpus events/logs restore/snapshots epcis/epcis_logs ocel/ocel_logs
                          journey/journeys)
    cmake_path(GET fuzzed PARENT_PATH name)
    cmake_path(GET fuzzed FILENAME corpus)
    set(fuzzer lupaus_fuzz_${name})
    set(seconds ${LUPAUS_FUZZ_SECONDS})
    if(name MATCHES "^(epcis|ocel|journey)$")
      math(EXPR seconds "(${LUPAUS_FUZZ_SECONDS} + 2) / 3")
    endif()
    add_executable(${fuzzer} ${CMAKE_CURRENT_LIST_DIR}/${name}.cpp)
    target_include_directories(${fuzzer} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
    # Header-only, for the fuzzer to see what the input reaches.
    target_link_libraries(${fuzzer} PRIVATE lupaus_strict)
    target_compile_options(${fuzzer} PRIVATE -O1 -fsanitize=fuzzer,address,undefined
                                             -fno-sanitize-recover=all)
    target_link_options(${fuzzer} PRIVATE -fsanitize=fuzzer,address,undefined)
    # New inputs are written into the first folder; the corpus is only read.
    file(MAKE_DIRECTORY ${CMAKE_CURRENT_BINARY_DIR}/fuzz_${name})
    add_test(NAME ${fuzzer}
             COMMAND ${fuzzer} -max_total_time=${seconds} -timeout=20
                     -rss_limit_mb=2048 -dict=${CMAKE_CURRENT_LIST_DIR}/json.dict
                     ${CMAKE_CURRENT_BINARY_DIR}/fuzz_${name} ${CMAKE_CURRENT_LIST_DIR}/${corpus})
    set_tests_properties(${fuzzer} PROPERTIES LABELS fuzz)
  endforeach()
endif()
