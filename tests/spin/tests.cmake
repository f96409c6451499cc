# SPDX-License-Identifier: BSL-1.0
#
# The explorer against SPIN on some random promises; `.ci/run` takes many more. Skipped, and says
# so, where there is no SPIN.

add_executable(lupaus_spin_promises ${CMAKE_CURRENT_LIST_DIR}/promises.cpp)
target_include_directories(lupaus_spin_promises PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(lupaus_spin_promises PRIVATE lupaus_test_support lupaus_strict_compiled)
lupaus_use_precompiled(lupaus_spin_promises)
add_test(NAME spin.random
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_LIST_DIR}/compare.py
                 $<TARGET_FILE:lupaus_spin_promises> 40 1)
set_tests_properties(spin.random PROPERTIES LABELS spin SKIP_RETURN_CODE 77 TIMEOUT 600)
