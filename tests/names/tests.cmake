# SPDX-License-Identifier: BSL-1.0
#
# Names: none of ours is in the way of a program's, and the public ones are those of the page.

set(page ${PROJECT_SOURCE_DIR}/docs/reference/public-names.md)
add_test(NAME names.headers
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/headers.py ${CMAKE_CXX_COMPILER}
                 ${PROJECT_SOURCE_DIR}/include ${page})
if(CMAKE_CXX_COMPILER_ID STREQUAL Clang) # which can be asked for them
  add_test(NAME names.public
           COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/public.py
                   ${CMAKE_CXX_COMPILER} ${PROJECT_SOURCE_DIR}/include ${page})
  set_tests_properties(names.public PROPERTIES LABELS names)
endif()
add_test(NAME names.unicode
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/unicode.py
                 ${PROJECT_SOURCE_DIR}/include/lupaus/src/model/odd_ranges.hpp)
set_tests_properties(names.unicode PROPERTIES LABELS names SKIP_RETURN_CODE 77)
set_tests_properties(names.headers PROPERTIES LABELS names)
