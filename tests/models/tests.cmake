# SPDX-License-Identifier: BSL-1.0
#
# The example program on the models of examples/models, and on bad input. What needs a tool that is
# not there is skipped, and says so.

if(TARGET lupaus_example_lupaus)
  foreach(about explanations schema pictures program explore limits lines graph hostile monitor
          foreign_logs crash cases journey kinds visible)
    add_test(NAME models.${about}
             COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/${about}.py
                     $<TARGET_FILE:lupaus_example_lupaus> WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(models.${about} PROPERTIES LABELS models SKIP_RETURN_CODE 77)
    if(CMAKE_CXX_FLAGS_DEBUG MATCHES "fsanitize")
      set_tests_properties(models.${about} PROPERTIES ENVIRONMENT LUPAUS_SANITIZED=1)
    endif()
  endforeach()

  # A test that the program writes, compiled as it is.
  set(written ${CMAKE_CURRENT_BINARY_DIR}/written_test)
  add_custom_command(
    OUTPUT ${written}/stories.cpp
    COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/written_test.py --write
            $<TARGET_FILE:lupaus_example_lupaus> ${written}
    DEPENDS lupaus_example_lupaus ${CMAKE_CURRENT_LIST_DIR}/written_test.py)
  add_executable(lupaus_written_test ${written}/stories.cpp)
  target_link_libraries(lupaus_written_test PRIVATE lupaus_strict_compiled lupaus_test_main)
  target_precompile_headers(lupaus_written_test REUSE_FROM lupaus_boost_test)
  add_test(NAME models.written_test
           COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/written_test.py --run
                   $<TARGET_FILE:lupaus_written_test> ${written})
  set_tests_properties(models.written_test PROPERTIES LABELS models)
endif()
