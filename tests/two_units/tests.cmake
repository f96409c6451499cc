# SPDX-License-Identifier: BSL-1.0
#
# Two units that include every header link into one program, in either form of the library; and a
# unit of one form does not link with a unit of the other.

set(all_headers ${CMAKE_CURRENT_BINARY_DIR}/all_headers.hpp)
set(text "#pragma once\n")
foreach(header IN LISTS headers)
  cmake_path(RELATIVE_PATH header BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/include)
  if(NOT header MATCHES "^lupaus/src[./]") # of the compiled form, for one unit alone
    string(APPEND text "#include <${header}>\n")
  endif()
endforeach()
file(CONFIGURE OUTPUT ${all_headers} CONTENT "${text}")

foreach(form IN ITEMS strict strict_compiled)
  string(REPLACE strict lupaus_test_two_units test ${form})
  add_executable(${test} two_units/here.cpp two_units/there.cpp)
  target_include_directories(${test} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR} ${CMAKE_CURRENT_BINARY_DIR})
  target_link_libraries(${test} PRIVATE lupaus_${form})
  add_test(NAME ${test} COMMAND ${test})
  set_tests_properties(${test} PROPERTIES LABELS "unit;two_units")
endforeach()

add_test(NAME two_units.mixed
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/mixed.py ${CMAKE_CXX_COMPILER}
                 ${PROJECT_SOURCE_DIR}/include)
set_tests_properties(two_units.mixed PROPERTIES LABELS two_units)
