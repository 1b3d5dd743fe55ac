# SPDX-FileCopyrightText: 2026 The Watchkeeper authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# One folder is one static library. watchkeeper_layer(DEPENDS base timing QT Sql) turns the folder
# it stands in into the target models_<folder> or ui_<folder>; what is not listed does not link.

include(${CMAKE_CURRENT_LIST_DIR}/Precompiled.cmake)

add_library(watchkeeper_options INTERFACE)
target_compile_definitions(watchkeeper_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING QT_NO_FOREACH
    QT_DISABLE_DEPRECATED_BEFORE=0x060400)
target_compile_options(watchkeeper_options INTERFACE
    -Wall -Wextra -Wpedantic -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough
    -fstack-protector-strong
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess> # what ccache needs to know a file again
    $<$<BOOL:${WATCHKEEPER_WERROR}>:-Werror>)
if(WATCHKEEPER_SANITIZE)
    target_compile_options(watchkeeper_options INTERFACE
        -fsanitize=${WATCHKEEPER_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    target_link_options(watchkeeper_options INTERFACE -fsanitize=${WATCHKEEPER_SANITIZE})
endif()

# A debug build links some 170 programs; lld does one in a fifth of the time that ld takes.
find_program(WATCHKEEPER_LLD ld.lld)
if(WATCHKEEPER_LLD)
    target_link_options(watchkeeper_options INTERFACE $<$<CONFIG:Debug>:-fuse-ld=lld>)
endif()

function(watchkeeper_layer)
    cmake_parse_arguments(PARSE_ARGV 0 arg "" "" "DEPENDS;QT;LINK")
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR FILENAME folder)
    cmake_path(GET CMAKE_CURRENT_SOURCE_DIR PARENT_PATH parent)
    cmake_path(GET parent FILENAME layer)
    file(GLOB sources CONFIGURE_DEPENDS *.cpp *.h *.qrc)
    set(target ${layer}_${folder})
    qt_add_library(${target} STATIC ${sources})
    target_include_directories(${target} PUBLIC ${PROJECT_SOURCE_DIR}/models ${PROJECT_SOURCE_DIR})
    set(qt ${arg_QT})
    list(TRANSFORM qt PREPEND Qt6::)
    target_link_libraries(${target} PUBLIC watchkeeper_options tl::expected Qt6::Core ${qt}
        ${arg_LINK})
    foreach(depend IN LISTS arg_DEPENDS)
        if(depend MATCHES "/")
            string(REPLACE "/" "_" depend ${depend})
        else()
            set(depend models_${depend})
        endif()
        target_link_libraries(${target} PUBLIC ${depend})
    endforeach()
    if(layer STREQUAL "ui")
        watchkeeper_precompile(${target} ui)
    else()
        watchkeeper_precompile(${target} models)
    endif()
    set_property(GLOBAL APPEND PROPERTY WATCHKEEPER_SOURCES ${sources})
endfunction()
