# SPDX-License-Identifier: BSL-1.0
#
# Uses the library as others do: as an installed package, as a subdirectory, and without CMake.

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

find_program(PKG_CONFIG pkg-config)
if(PKG_CONFIG)
  add_test(NAME consumer.pkg_config
           COMMAND sh ${CMAKE_CURRENT_SOURCE_DIR}/consumer/pkg_config.sh ${PKG_CONFIG} ${prefix}
                   ${CMAKE_CXX_COMPILER} ${PROJECT_VERSION} ${work}/pkg_config)
  set_tests_properties(consumer.pkg_config PROPERTIES FIXTURES_REQUIRED prefix LABELS consumer)
else()
  message(STATUS "no pkg-config here: its test is left out")
endif()
