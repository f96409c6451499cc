# SPDX-License-Identifier: BSL-1.0
#
# The catalogue program against counts that Python makes by the definitions, on small folders of
# facts of its own; and what it says of facts that it cannot read.

if(TARGET lupaus_benchmark_catalogue)
  add_test(NAME catalogue.counts
           COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/catalogue/counts.py
                   $<TARGET_FILE:lupaus_benchmark_catalogue>)
  set_tests_properties(catalogue.counts PROPERTIES LABELS catalogue)
endif()
