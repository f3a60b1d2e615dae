# SPDX-License-Identifier: GPL-3.0-or-later

# twelvefold_room(NAME [FOLDER NAME] [PUBLIC HEADERS...] SOURCES... USES TARGETS... [PRIVATELY TARGETS...])
#
# One library for one folder of src/ or ui/. Its headers are found as "FOLDER/header.h" (NAME where
# none is given), and only by targets that link it: each room has an include root of its own, holding
# nothing but a link to its folder. So an include against the direction of the arrows does not compile.
#
# Where PUBLIC headers are named, other rooms find only these; NAME_inside is for tests of the rest.
function(twelvefold_room name)
  cmake_parse_arguments(room "" "FOLDER" "PUBLIC;SOURCES;USES;PRIVATELY" ${ARGN})
  if(NOT room_FOLDER)
    set(room_FOLDER ${name})
  endif()
  add_library(${name} STATIC ${room_SOURCES})
  set(root ${PROJECT_BINARY_DIR}/rooms/${name})
  if(room_PUBLIC)
    set(inside ${root}_inside)
    file(REMOVE_RECURSE ${root})
    foreach(header ${room_PUBLIC})
      get_filename_component(folder ${root}/${room_FOLDER}/${header} DIRECTORY)
      file(MAKE_DIRECTORY ${folder})
      file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR}/${header} ${root}/${room_FOLDER}/${header}
        COPY_ON_ERROR SYMBOLIC)
    endforeach()
    target_include_directories(${name} PRIVATE ${inside} INTERFACE ${root})
    add_library(${name}_inside INTERFACE)
    target_include_directories(${name}_inside INTERFACE ${inside})
    target_link_libraries(${name}_inside INTERFACE ${name})
  else()
    set(inside ${root})
    target_include_directories(${name} PUBLIC ${root})
  endif()
  file(MAKE_DIRECTORY ${inside})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${inside}/${room_FOLDER} COPY_ON_ERROR SYMBOLIC)
  target_link_libraries(${name} PUBLIC ${room_USES} PRIVATE ${room_PRIVATELY} twelvefold_options)
  if("${room_USES}" MATCHES "Qt6::(Widgets|Gui)|ui_")
    twelvefold_precompile(${name} qt_room)
  elseif(NOT "${room_USES}" MATCHES "Qt6::")
    twelvefold_precompile(${name} room)
  endif()
  twelvefold_unity(${name})
endfunction()

# twelvefold_embed(TARGET HEADER NAMESPACE FILES...)
#
# Compiles text files into TARGET. HEADER (found as "embedded/HEADER") declares in NAMESPACE
#   struct File { std::string_view name, text; };   std::span<const File> HEADER-without-.h();
# with the files in the order given.
function(twelvefold_embed target header namespace)
  get_filename_component(function ${header} NAME_WE)
  set(root ${CMAKE_CURRENT_BINARY_DIR}/embedded_${function})
  set(entries "")
  foreach(path ${ARGN})
    get_filename_component(file_name ${path} NAME)
    file(READ ${path} text)
    # A raw literal is limited in length by some compilers: cut at line ends into pieces, which adjoin again.
    string(LENGTH "${text}" length)
    set(pieces "")
    set(at 0)
    while(at LESS length)
      string(SUBSTRING "${text}" ${at} 8000 piece)
      string(FIND "${piece}" "\n" last_newline REVERSE)
      if(last_newline GREATER 0)
        math(EXPR kept "${last_newline} + 1")
      else()
        string(LENGTH "${piece}" kept)
      endif()
      string(SUBSTRING "${piece}" 0 ${kept} piece)
      string(APPEND pieces "\n        R\"embedded(${piece})embedded\"")
      math(EXPR at "${at} + ${kept}")
    endwhile()
    string(APPEND entries "    {\"${file_name}\",${pieces}},\n")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${path})
  endforeach()
  file(CONFIGURE OUTPUT ${root}/embedded/${header} @ONLY CONTENT
"#pragma once
#include <span>
#include <string_view>
namespace ${namespace} {
struct File
{
    std::string_view name;
    std::string_view text;
};
std::span<const File> ${function}();
}
")
  file(CONFIGURE OUTPUT ${root}/${function}.cpp @ONLY CONTENT
"#include \"embedded/${header}\"
namespace ${namespace} {
namespace {
constexpr File files[] = {
${entries}};
}
std::span<const File> ${function}() { return files; }
}
")
  target_sources(${target} PRIVATE ${root}/${function}.cpp)
  # Each has a File of its own.
  set_source_files_properties(${root}/${function}.cpp TARGET_DIRECTORY ${target}
    PROPERTIES SKIP_UNITY_BUILD_INCLUSION ON)
  target_include_directories(${target} PRIVATE ${root})
endfunction()
