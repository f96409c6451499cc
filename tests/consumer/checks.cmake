# SPDX-License-Identifier: BSL-1.0
#
# What a consumer's project must hold besides: stands at its end when it is a test.

# As a part of another project it builds and installs nothing unless asked.
foreach(option TESTS EXAMPLES BENCHMARKS DOCS)
  if(LUPAUS_BUILD_${option})
    message(FATAL_ERROR "LUPAUS_BUILD_${option} is on in somebody else's build")
  endif()
endforeach()
if(LUPAUS_INSTALL)
  message(FATAL_ERROR "the library would be installed with somebody else's project")
endif()

# Flags, definitions and libraries of ours in a user's build are a fault.
foreach(property COMPILE_OPTIONS COMPILE_DEFINITIONS LINK_OPTIONS LINK_DIRECTORIES)
  get_target_property(leaked lupaus::lupaus INTERFACE_${property})
  if(leaked)
    message(FATAL_ERROR "lupaus::lupaus leaks ${property}: ${leaked}")
  endif()
endforeach()

target_sources(shop PRIVATE ${CHECKS}/required.cpp)
target_compile_definitions(shop PRIVATE ${EXPECTED})

# The headers give no warning to one who asks for more than we promise to set. Those of an imported
# target are system headers, and would be silent anyway.
if(ALL_HEADERS)
  add_library(all_headers OBJECT ${ALL_HEADERS})
  target_link_libraries(all_headers PRIVATE lupaus::lupaus)
  foreach(target shop all_headers)
    target_compile_options(${target} PRIVATE -Wall -Wextra -Wconversion -Werror)
  endforeach()
endif()
