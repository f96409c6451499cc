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
foreach(property COMPILE_OPTIONS COMPILE_DEFINITIONS LINK_OPTIONS LINK_DIRECTORIES LINK_LIBRARIES)
  get_target_property(leaked lupaus::lupaus INTERFACE_${property})
  if(leaked)
    message(FATAL_ERROR "lupaus::lupaus leaks ${property}: ${leaked}")
  endif()
endforeach()

# The compiled form is built by those who link it, and says no more than that it is that.
get_target_property(definitions lupaus_compiled INTERFACE_COMPILE_DEFINITIONS)
get_target_property(options lupaus_compiled COMPILE_OPTIONS)
get_target_property(is_left_out lupaus_compiled EXCLUDE_FROM_ALL)
if(NOT definitions STREQUAL "LUPAUS_SEPARATE_COMPILATION" OR options OR NOT is_left_out)
  message(FATAL_ERROR "lupaus::compiled: ${definitions}, ${options}, ${is_left_out}")
endif()

# Nothing is looked for that nobody has asked for.
foreach(component graph json ranges test)
  if(component IN_LIST COMPONENTS AND NOT TARGET lupaus::${component})
    message(FATAL_ERROR "there is no lupaus::${component}, and it was asked for")
  elseif(NOT component IN_LIST COMPONENTS AND TARGET lupaus::${component})
    message(FATAL_ERROR "there is lupaus::${component}, and nobody asked for it")
  endif()
endforeach()
if(NOT COMPONENTS AND (TARGET Boost::headers OR TARGET range-v3::range-v3))
  message(FATAL_ERROR "Boost or range-v3 were looked for, and nobody asked for them")
endif()

target_sources(shop PRIVATE ${CHECKS}/required.cpp)
if(COMPONENTS)
  target_sources(shop PRIVATE ${CHECKS}/components.cpp)
endif()
target_compile_definitions(shop PRIVATE ${EXPECTED})
