# SPDX-License-Identifier: BSL-1.0
#
# The house: which folder may include which, how large headers and folders may be, how a header
# begins; that each gap has its header, its line in the list, its page and its test; that what a page
# names by its path is there; that each rule of the semantics has its place in the code, and each
# mutation still has its own; that the table of what a shop says is full.

foreach(about house gap_pages named_paths rules vocabulary)
  add_test(NAME house.${about} COMMAND ${Python3_EXECUTABLE} -B
                                       ${CMAKE_CURRENT_LIST_DIR}/${about}.py ${PROJECT_SOURCE_DIR})
  add_test(NAME house.${about}_self_test
           COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/${about}_test.py)
  set_tests_properties(house.${about} house.${about}_self_test PROPERTIES LABELS house)
endforeach()

add_test(NAME house.mutations COMMAND ${Python3_EXECUTABLE} -B
                                      ${CMAKE_CURRENT_SOURCE_DIR}/mutate.py --stale)
set_tests_properties(house.mutations PROPERTIES LABELS house)
