# SPDX-License-Identifier: BSL-1.0
#
# The house: which folder may include which, how large headers and folders may be, how a header
# begins; and that each gap has its header, its line in the list, its page and its test.

foreach(about house gap_pages)
  add_test(NAME house.${about} COMMAND ${Python3_EXECUTABLE} -B
                                       ${CMAKE_CURRENT_LIST_DIR}/${about}.py ${PROJECT_SOURCE_DIR})
  add_test(NAME house.${about}_self_test
           COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/${about}_test.py)
  set_tests_properties(house.${about} house.${about}_self_test PROPERTIES LABELS house)
endforeach()
