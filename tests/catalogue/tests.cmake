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

# The validator and the loops that are measured beside it count the same, on offers made up.
if(TARGET lupaus_benchmark_validate)
  add_test(NAME catalogue.validate COMMAND lupaus_benchmark_validate --offers 2000 --check)
  set_tests_properties(
    catalogue.validate PROPERTIES LABELS catalogue PASS_REGULAR_EXPRESSION
                                  "^counts R1=[1-9][0-9]* R2=[1-9].*R9=[1-9]")
endif()
