# SPDX-License-Identifier: BSL-1.0
#
# Takes the library into a project as docs/how-to/take-it-into-a-project.md says: each folder here
# has the files that the page shows, and they are what is run. What we check besides is put at the
# end of the project (checks.cmake).

set(work ${CMAKE_CURRENT_BINARY_DIR}/consumer)
file(REMOVE_RECURSE ${work}) # it may be of another compiler

set(all_headers ${work}/all_headers.cpp)
set(text)
foreach(header IN LISTS headers)
  cmake_path(RELATIVE_PATH header BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/include)
  string(APPEND text "#include <${header}>\n")
endforeach()
file(WRITE ${all_headers} "${text}")

set(checks
    "
set(CHECKS \"${CMAKE_CURRENT_SOURCE_DIR}/consumer\")
set(EXPECTED EXPECTED_MAJOR=${PROJECT_VERSION_MAJOR} EXPECTED_MINOR=${PROJECT_VERSION_MINOR}
             EXPECTED_PATCH=${PROJECT_VERSION_PATCH})
include(\"\${CHECKS}/checks.cmake\")
")

# Makes the project of a folder, with the library beside it in lupaus/. What else is given stands
# before the checks.
function(make_consumer name)
  file(MAKE_DIRECTORY ${work}/${name})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR} ${work}/${name}/lupaus SYMBOLIC)
  file(COPY ${CMAKE_CURRENT_SOURCE_DIR}/consumer/shop.cpp DESTINATION ${work}/${name})
  set(list ${CMAKE_CURRENT_SOURCE_DIR}/consumer/${name}/CMakeLists.txt)
  if(EXISTS ${list})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    file(READ ${list} text)
    file(WRITE ${work}/${name}/CMakeLists.txt "${text}${ARGN}${checks}")
  endif()
endfunction()

# Runs one of the page's scripts in a project. CMake's own warnings are failures.
function(add_consumer_test name project script)
  add_test(NAME consumer.${name} COMMAND sh -eu ${CMAKE_CURRENT_SOURCE_DIR}/consumer/${script}
           WORKING_DIRECTORY ${work}/${project})
  set_tests_properties(
    consumer.${name}
    PROPERTIES LABELS consumer ENVIRONMENT
               "CXX=${CMAKE_CXX_COMPILER};CMAKE_GENERATOR=${CMAKE_GENERATOR};${ARGN}"
               FAIL_REGULAR_EXPRESSION "CMake (Deprecation )?Warning")
endfunction()

make_consumer(find_package)
add_consumer_test(install find_package install.sh)
set_tests_properties(consumer.install PROPERTIES FIXTURES_SETUP prefix)
add_consumer_test(find_package find_package find_package/build.sh)
set_tests_properties(consumer.find_package PROPERTIES FIXTURES_REQUIRED prefix)

make_consumer(add_subdirectory "set(ALL_HEADERS \"${all_headers}\")")
add_consumer_test(add_subdirectory add_subdirectory add_subdirectory/build.sh)

make_consumer(fetch_content)
add_consumer_test(fetch_content_offline fetch_content fetch_content/offline.sh)
find_program(GIT git)
if(GIT)
  add_test(
    NAME consumer.repository
    COMMAND ${CMAKE_COMMAND} -DGIT=${GIT} -DSOURCE=${PROJECT_SOURCE_DIR} -DINTO=${work}/lupaus.git
            -DTAG=v${PROJECT_VERSION} -P ${CMAKE_CURRENT_SOURCE_DIR}/consumer/repository.cmake)
  set_tests_properties(consumer.repository PROPERTIES FIXTURES_SETUP repository LABELS consumer)
  # The address on the page is nobody's; here it stands for that repository.
  add_consumer_test(
    fetch_content fetch_content fetch_content/build.sh GIT_CONFIG_COUNT=1
    GIT_CONFIG_KEY_0=url.file://${work}/.insteadOf GIT_CONFIG_VALUE_0=https://git.example/)
  set_tests_properties(consumer.fetch_content PROPERTIES FIXTURES_REQUIRED repository)
else()
  message(STATUS "no git here: FetchContent is tested from the sources alone")
endif()

# In a prefix that was moved after the installation.
find_program(PKG_CONFIG pkg-config)
if(PKG_CONFIG)
  make_consumer(pkg_config)
  add_test(NAME consumer.moved COMMAND ${CMAKE_COMMAND} -E copy_directory
                                       ${work}/find_package/prefix ${work}/pkg_config/prefix)
  set_tests_properties(consumer.moved PROPERTIES FIXTURES_REQUIRED prefix FIXTURES_SETUP moved
                                                 LABELS consumer)
  add_consumer_test(pkg_config pkg_config pkg_config/build.sh)
  set_tests_properties(consumer.pkg_config PROPERTIES FIXTURES_REQUIRED moved)
else()
  message(STATUS "no pkg-config here: its test is left out")
endif()

add_test(NAME consumer.dependencies
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/consumer/dependencies.py
                 ${CMAKE_CXX_COMPILER} ${PROJECT_SOURCE_DIR}/include)
set_tests_properties(consumer.dependencies PROPERTIES LABELS consumer)
