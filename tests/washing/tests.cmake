# SPDX-License-Identifier: BSL-1.0
#
# The lines that the program of the washing machines prints, where they are known from others.

if(TARGET lupaus_benchmark_washing)
  foreach(arguments IN ITEMS "2;3" "2;3;fates")
    list(JOIN arguments "." name)
    add_test(NAME washing.${name} COMMAND lupaus_benchmark_washing ${arguments})
    set_tests_properties(washing.${name} PROPERTIES LABELS washing)
  endforeach()
  set_tests_properties(
    washing.2.3
    PROPERTIES PASS_REGULAR_EXPRESSION
               "states=148942 transitions=562248 predicate=28080 shortest=9\n")
  set_tests_properties(washing.2.3.fates PROPERTIES PASS_REGULAR_EXPRESSION
                                                    "not_all_can_end=115659 some_cannot_end=101547\n")
endif()
