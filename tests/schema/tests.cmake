# SPDX-License-Identifier: BSL-1.0
#
# The published schema and the reader must agree on what they both can see.

add_executable(lupaus_schema_documents ${CMAKE_CURRENT_LIST_DIR}/documents.cpp)
target_include_directories(lupaus_schema_documents PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
target_link_libraries(lupaus_schema_documents PRIVATE lupaus_test_support lupaus_strict_compiled)
lupaus_use_precompiled(lupaus_schema_documents)
add_test(NAME schema.model
         COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_LIST_DIR}/validate.py
                 ${PROJECT_SOURCE_DIR}/docs/schema/model.schema.json
                 $<TARGET_FILE:lupaus_schema_documents>)
set_tests_properties(schema.model PROPERTIES LABELS schema SKIP_RETURN_CODE 77)
