# SPDX-License-Identifier: BSL-1.0
#
# Promises of random structure, grown. Steps are counted in the library's basic blocks, so this is
# header-only; a sanitizer would count its own.

if(NOT CMAKE_CXX_FLAGS_DEBUG MATCHES "fsanitize")
  add_executable(lupaus_shapes_steps shapes/steps.cpp growth/steps.cpp)
  target_include_directories(lupaus_shapes_steps PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  target_link_libraries(lupaus_shapes_steps PRIVATE lupaus_strict)
  target_compile_options(lupaus_shapes_steps PRIVATE -fsanitize-coverage=trace-pc -O1)
  add_test(NAME shapes.growing
           COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/growing.py
                   $<TARGET_FILE:lupaus_shapes_steps>)
  set_tests_properties(shapes.growing PROPERTIES LABELS shapes)
endif()
