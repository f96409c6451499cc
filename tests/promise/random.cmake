# SPDX-License-Identifier: BSL-1.0
#
# Random promises in both forms: generate.py writes them into the build directory, always the same.
# With LUPAUS_RANDOM_SEED set to another number, others.

set(LUPAUS_RANDOM_SEED 1 CACHE STRING "Which random promises the tests compile")
set(folder ${CMAKE_CURRENT_BINARY_DIR}/random_promises)
set(generator ${CMAKE_CURRENT_LIST_DIR}/generate.py)
foreach(k RANGE 4)
  list(APPEND random_sources ${folder}/random_${k}.cpp)
endforeach()
add_custom_command(
  OUTPUT ${random_sources}
  COMMAND ${Python3_EXECUTABLE} ${generator} --count 35 --files 5 --seed ${LUPAUS_RANDOM_SEED}
          ${folder}
  DEPENDS ${generator}
  COMMENT "Writing random promises"
  VERBATIM)
target_sources(lupaus_test_promise PRIVATE ${random_sources})
