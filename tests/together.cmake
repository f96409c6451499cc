# SPDX-License-Identifier: BSL-1.0
#
# Most of what a small test costs the compiler is the same in all of them. So a few are compiled as
# one unit, each in a namespace of its own, after all that they include.

# lupaus_group(RESULT FOLDER SOURCE...): units that stand for these sources of a folder. A source
# stays by itself where it defines what a header of its name declares, what must be global, or
# macros.
function(lupaus_group result folder)
  set(alone_where "^(namespace [a-z]|extern |int main|#(define|if|undef))|operator new")
  set(units "")
  set(together "")
  foreach(source IN LISTS ARGN)
    set(path ${CMAKE_CURRENT_SOURCE_DIR}/${source})
    # What it includes, and whether it may be included, is read when CMake runs.
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
    file(STRINGS ${path} global REGEX "${alone_where}")
    string(REGEX REPLACE "cpp$" "hpp" header ${path})
    if(global OR EXISTS ${header})
      list(APPEND units ${source})
    else()
      list(APPEND together ${source})
    endif()
  endforeach()
  list(LENGTH together count)
  set(number 0)
  set(begin 0)
  while(begin LESS count)
    list(SUBLIST together ${begin} ${LUPAUS_TESTS_TOGETHER} group)
    math(EXPR begin "${begin} + ${LUPAUS_TESTS_TOGETHER}")
    set(includes "")
    set(bodies "")
    foreach(source IN LISTS group)
      file(STRINGS ${CMAKE_CURRENT_SOURCE_DIR}/${source} some REGEX "^#include")
      list(APPEND includes ${some})
      cmake_path(GET source STEM name)
      string(APPEND bodies
             "namespace of_${name} {\n#include \"${CMAKE_CURRENT_SOURCE_DIR}/${source}\"\n}\n")
    endforeach()
    list(REMOVE_DUPLICATES includes)
    list(JOIN includes "\n" includes)
    set(unit ${CMAKE_CURRENT_BINARY_DIR}/together/${folder}_${number}.cpp)
    # What stands in an included file counts as seen by others; here it is not.
    set(quiet "#if defined(__GNUC__) && !defined(__clang__)\n")
    string(APPEND quiet "#pragma GCC diagnostic ignored \"-Wsubobject-linkage\"\n#endif\n")
    file(CONFIGURE OUTPUT ${unit} CONTENT "${includes}\n${quiet}${bodies}" @ONLY)
    list(APPEND units ${unit})
    math(EXPR number "${number} + 1")
  endwhile()
  set(${result} ${units} PARENT_SCOPE)
endfunction()
