# SPDX-License-Identifier: BSL-1.0
#
# Uses the library as others do: as an installed package and as a subdirectory.

set(work ${CMAKE_CURRENT_BINARY_DIR}/consumer)
set(prefix ${work}/prefix)
file(REMOVE_RECURSE ${work}) # it may be of another compiler

add_test(NAME consumer.install COMMAND ${CMAKE_COMMAND} --install ${PROJECT_BINARY_DIR} --prefix
                                       ${prefix})
set_tests_properties(consumer.install PROPERTIES FIXTURES_SETUP prefix LABELS consumer)

function(add_consumer_test name)
  add_test(
    NAME consumer.${name}
    COMMAND
      ${CMAKE_CTEST_COMMAND} --build-and-test ${CMAKE_CURRENT_SOURCE_DIR}/consumer ${work}/${name}
      --build-generator ${CMAKE_GENERATOR} --build-options
      -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DLUPAUS_EXPECTED=${PROJECT_VERSION} ${ARGN}
      --test-command ${CMAKE_CTEST_COMMAND} --output-on-failure --no-tests=error)
  set_tests_properties(consumer.${name} PROPERTIES LABELS consumer)
endfunction()

add_consumer_test(find_package -DLUPAUS_FROM=package -DCMAKE_PREFIX_PATH=${prefix})
set_tests_properties(consumer.find_package PROPERTIES FIXTURES_REQUIRED prefix)
add_consumer_test(add_subdirectory -DLUPAUS_FROM=${PROJECT_SOURCE_DIR})
