# SPDX-License-Identifier: BSL-1.0
#
# A model made in a shared library that hides its symbols, validated by a program.

add_library(lupaus_shared_promise SHARED shared_library/library.cpp)
set_target_properties(lupaus_shared_promise PROPERTIES CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
add_executable(lupaus_test_shared_library shared_library/program.cpp)
foreach(target IN ITEMS lupaus_shared_promise lupaus_test_shared_library)
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(${target} PRIVATE lupaus_strict)
endforeach()
target_link_libraries(lupaus_test_shared_library PRIVATE lupaus_shared_promise)
add_test(NAME lupaus_test_shared_library COMMAND lupaus_test_shared_library)
set_tests_properties(lupaus_test_shared_library PROPERTIES LABELS "unit;shared_library" TIMEOUT 300)
