# SPDX-License-Identifier: BSL-1.0
#
# Takes the library into a project as docs/how-to/take-it-into-a-project.md says: each folder here
# has the files that the page shows, and they are what is run. What we check besides is put at the
# end of the project (checks.cmake).

set(work ${CMAKE_CURRENT_BINARY_DIR}/consumer)
file(REMOVE_RECURSE ${work}) # it may be of another compiler

# Makes the project NAME of a folder, with the library beside it in lupaus/; in its CMakeLists.txt
# the words of REPLACE stand for others, in pairs. Of the compiled form if its name ends so.
function(make_consumer name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "FOLDER" "REPLACE;COMPONENTS")
  file(MAKE_DIRECTORY ${work}/${name})
  file(CREATE_LINK ${PROJECT_SOURCE_DIR} ${work}/${name}/lupaus SYMBOLIC)
  file(COPY ${CMAKE_CURRENT_SOURCE_DIR}/consumer/shop.cpp DESTINATION ${work}/${name})
  if(NOT arg_FOLDER)
    set(arg_FOLDER ${name})
  endif()
  set(is_header_only 1)
  if(name MATCHES "compiled$")
    set(is_header_only 0)
    list(APPEND arg_REPLACE lupaus::lupaus lupaus::compiled)
  endif()
  set(list ${CMAKE_CURRENT_SOURCE_DIR}/consumer/${arg_FOLDER}/CMakeLists.txt)
  if(EXISTS ${list})
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${list})
    file(READ ${list} text)
    while(arg_REPLACE)
      list(POP_FRONT arg_REPLACE old new)
      string(REPLACE "${old}" "${new}" replaced "${text}")
      if(replaced STREQUAL text)
        message(FATAL_ERROR "consumer ${name}: '${old}' is not in ${list}")
      endif()
      set(text "${replaced}")
    endwhile()
    string(
      APPEND
      text
      "
set(CHECKS \"${CMAKE_CURRENT_SOURCE_DIR}/consumer\")
set(COMPONENTS ${arg_COMPONENTS})
set(EXPECTED EXPECTED_MAJOR=${PROJECT_VERSION_MAJOR} EXPECTED_MINOR=${PROJECT_VERSION_MINOR}
             EXPECTED_PATCH=${PROJECT_VERSION_PATCH} EXPECTED_HEADER_ONLY=${is_header_only})
include(\"\${CHECKS}/checks.cmake\")
")
    file(WRITE ${work}/${name}/CMakeLists.txt "${text}")
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

make_consumer(find_package_compiled FOLDER find_package)
add_consumer_test(find_package_compiled find_package_compiled find_package/build.sh)

# What a component needs has come along; plain use asks for none of it, where there is none, and a
# component says what it misses.
make_consumer(components COMPONENTS graph json ranges test)
add_consumer_test(components components components/build.sh)
foreach(name IN ITEMS find_package_compiled components)
  file(CREATE_LINK ${work}/find_package/prefix ${work}/${name}/prefix SYMBOLIC)
  set_tests_properties(consumer.${name} PROPERTIES FIXTURES_REQUIRED prefix)
endforeach()
foreach(name IN ITEMS find_package components)
  add_test(
    NAME consumer.${name}_alone
    COMMAND
      ${CMAKE_COMMAND} -S ${work}/${name} -B ${work}/${name}/build/alone -G ${CMAKE_GENERATOR}
      -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER} -DCMAKE_PREFIX_PATH=${work}/find_package/prefix
      -DCMAKE_DISABLE_FIND_PACKAGE_Boost=ON -DCMAKE_DISABLE_FIND_PACKAGE_range-v3=ON)
  set_tests_properties(consumer.${name}_alone PROPERTIES FIXTURES_REQUIRED prefix LABELS consumer)
endforeach()
set_tests_properties(
  consumer.components_alone
  PROPERTIES PASS_REGULAR_EXPRESSION
             "Component graph: it needs.*Boost 1.81.*Component ranges: it needs range-v3 0.12")

make_consumer(add_subdirectory)
add_consumer_test(add_subdirectory add_subdirectory add_subdirectory/build.sh)
# Configured only: FetchContent builds the same in the compiled form.
set(asked "set(LUPAUS_COMPONENTS graph json)\nadd_subdirectory(lupaus)")
make_consumer(add_subdirectory_compiled FOLDER add_subdirectory)
make_consumer(components_of_subdirectory FOLDER add_subdirectory COMPONENTS graph json REPLACE
              "add_subdirectory(lupaus)" "${asked}")
foreach(name IN ITEMS add_subdirectory_compiled components_of_subdirectory)
  add_test(NAME consumer.${name}
           COMMAND ${CMAKE_COMMAND} -S ${work}/${name} -B ${work}/${name}/build
                   -G ${CMAKE_GENERATOR} -DCMAKE_CXX_COMPILER=${CMAKE_CXX_COMPILER})
  set_tests_properties(consumer.${name} PROPERTIES LABELS consumer)
endforeach()

make_consumer(fetch_content)
make_consumer(fetch_content_compiled FOLDER fetch_content)
add_consumer_test(fetch_content_offline fetch_content_compiled fetch_content/offline.sh)
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
  make_consumer(one_unit)
  file(CREATE_LINK ${work}/pkg_config/prefix ${work}/one_unit/prefix SYMBOLIC)
  foreach(name IN ITEMS pkg_config one_unit)
    add_consumer_test(${name} ${name} ${name}/build.sh)
    set_tests_properties(consumer.${name} PROPERTIES FIXTURES_REQUIRED moved)
  endforeach()
else()
  message(STATUS "no pkg-config here: its test is left out")
endif()

add_test(NAME consumer.dependencies
         COMMAND ${Python3_EXECUTABLE} -B ${CMAKE_CURRENT_SOURCE_DIR}/consumer/dependencies.py
                 ${CMAKE_CXX_COMPILER} ${PROJECT_SOURCE_DIR}/include)
set_tests_properties(consumer.dependencies PROPERTIES LABELS consumer)

add_test(NAME consumer.no_install COMMAND ${Python3_EXECUTABLE} -B
                                          ${CMAKE_CURRENT_SOURCE_DIR}/consumer/no_install.py
                                          ${PROJECT_SOURCE_DIR})
set_tests_properties(consumer.no_install PROPERTIES LABELS consumer)
