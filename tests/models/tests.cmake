# SPDX-License-Identifier: BSL-1.0
#
# The example program on the models of examples/models, and on bad input. What needs a tool that is
# not there is skipped, and says so.

if(TARGET lupaus_example_lupaus)
  foreach(about explanations schema pictures program)
    add_test(NAME models.${about}
             COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/${about}.py
                     $<TARGET_FILE:lupaus_example_lupaus> WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
    set_tests_properties(models.${about} PROPERTIES LABELS models SKIP_RETURN_CODE 77)
  endforeach()
endif()
