# SPDX-License-Identifier: BSL-1.0
#
# The house: which folder may include which, how large headers and folders may be, how a header
# begins; and that each gap has its header, its page and its test.

add_test(NAME house.rules COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/house.py
                                  ${PROJECT_SOURCE_DIR})
add_test(NAME house.self_test COMMAND ${Python3_EXECUTABLE} -B
                                      ${CMAKE_CURRENT_LIST_DIR}/house_test.py)
set_tests_properties(house.rules house.self_test PROPERTIES LABELS house)
