# SPDX-License-Identifier: GPL-3.0-or-later
option(TWELVEFOLD_PRECOMPILE "Parse the headers of libraries once, not in every file" OFF)

# Headers of libraries that most files of a kind read. Never our own: every file includes what it
# uses, which the build without the options (lint's, by clang) proves.
set(twelvefold_headers_room
  <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <numeric> <optional>
  <set> <span> <stop_token> <string> <string_view> <tuple> <utility> <vector>)
set(twelvefold_headers_qt_room ${twelvefold_headers_room} <QtWidgets>)
set(twelvefold_headers_command ${twelvefold_headers_room} <CLI/CLI.hpp> <QtCore> <nlohmann/json.hpp>)

set(twelvefold_libraries_qt_room Qt6::Widgets)
set(twelvefold_libraries_command Qt6::Core CLI11::CLI11)
set(twelvefold_libraries_qt_test Qt6::Widgets) # Qt6::Test differs from folder to folder

# twelvefold_precompile(TARGET room|test|qt_room|qt_test|command)
#
# All targets of a kind share what one library with nothing else in it has compiled.
function(twelvefold_precompile target kind)
  if(NOT TWELVEFOLD_PRECOMPILE)
    return()
  endif()
  set(shared precompiled_${kind})
  if(NOT TARGET ${shared})
    file(CONFIGURE OUTPUT ${PROJECT_BINARY_DIR}/${shared}.cpp CONTENT "")
    add_library(${shared} OBJECT ${PROJECT_BINARY_DIR}/${shared}.cpp)
    target_link_libraries(${shared} PRIVATE twelvefold_options ${twelvefold_libraries_${kind}})
    target_precompile_headers(${shared} PRIVATE ${twelvefold_headers_${kind}})
  endif()
  target_precompile_headers(${target} REUSE_FROM ${shared})
  # The first lets ccache keep what is compiled with them. The others: g++ 12 forgets which headers
  # were the system's, and warns of writes in std::string that are none.
  foreach(one ${shared} ${target})
    target_compile_options(${one} PRIVATE
      $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess;-Wno-array-bounds;-Wno-restrict;-Wno-stringop-overflow>)
  endforeach()
endfunction()

option(TWELVEFOLD_UNITY "Compile several files of a room at once: quicker from nothing, slower by the file" OFF)

# twelvefold_unity(TARGET): so few files at once that two cores share a room's.
function(twelvefold_unity target)
  if(TWELVEFOLD_UNITY)
    set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
  endif()
endfunction()
