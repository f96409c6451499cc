# SPDX-License-Identifier: BSL-1.0
#
# docs/how-to/add-a-gap.md, carried out in a copy of the tree: the new gap's test is compiled
# against the copy, and the rules of the house are held there.

set(copy ${CMAKE_CURRENT_BINARY_DIR}/adding_a_gap)
set(carry_out ${CMAKE_CURRENT_LIST_DIR}/carry_out.py)
set(gap_test ${copy}/tests/check/unbounded_remedy.cpp)
file(GLOB_RECURSE shown CONFIGURE_DEPENDS ${CMAKE_CURRENT_LIST_DIR}/*.*)
file(GLOB_RECURSE copied CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/*.hpp)
add_custom_command(
  OUTPUT ${gap_test}
  COMMAND ${Python3_EXECUTABLE} -B ${carry_out} ${copy}
  DEPENDS ${shown} ${copied} ${CMAKE_CURRENT_SOURCE_DIR}/check/support.hpp)

add_executable(lupaus_adding_a_gap ${gap_test})
target_include_directories(lupaus_adding_a_gap BEFORE PRIVATE ${copy}/include ${copy}/tests)
target_link_libraries(lupaus_adding_a_gap PRIVATE lupaus_strict lupaus_test_main)
target_compile_options(lupaus_adding_a_gap PRIVATE -O0)
add_test(NAME adding_a_gap.test COMMAND lupaus_adding_a_gap)
add_test(NAME adding_a_gap.house COMMAND ${Python3_EXECUTABLE} -B
                                         ${CMAKE_CURRENT_SOURCE_DIR}/house/house.py ${copy})
add_test(NAME adding_a_gap.gap_pages COMMAND ${Python3_EXECUTABLE} -B
                                             ${CMAKE_CURRENT_SOURCE_DIR}/house/gap_pages.py ${copy})
set_tests_properties(adding_a_gap.test adding_a_gap.house adding_a_gap.gap_pages
                     PROPERTIES LABELS house)
