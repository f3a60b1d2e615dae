# SPDX-License-Identifier: GPL-3.0-or-later
# What is installed, and the Debian package made of it by cpack.
include(GNUInstallDirs)
install(TARGETS twelvefold twelvefold-cli RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
if(NOT UNIX OR APPLE)
  return()
endif()

set(id org.twelvefold.Twelvefold)
set(desktop ${PROJECT_SOURCE_DIR}/resources/desktop)
set(made ${PROJECT_BINARY_DIR}/install)

# The desktop.
configure_file(${desktop}/${id}.metainfo.xml.in ${made}/${id}.metainfo.xml @ONLY)
install(FILES ${made}/${id}.metainfo.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/metainfo)
install(FILES ${desktop}/${id}.desktop DESTINATION ${CMAKE_INSTALL_DATADIR}/applications)
install(FILES ${desktop}/${id}.xml DESTINATION ${CMAKE_INSTALL_DATADIR}/mime/packages)
set(icon ${PROJECT_SOURCE_DIR}/resources/icons/twelvefold.svg)
install(FILES ${icon}
  DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/scalable/apps RENAME ${id}.svg)
add_executable(render_icon ${PROJECT_SOURCE_DIR}/cmake/render_icon.cpp)
target_link_libraries(render_icon PRIVATE Qt6::Svg twelvefold_options)
foreach(size 16 24 32 48 64 128 256)
  set(picture ${made}/${size}.png)
  add_custom_command(OUTPUT ${picture} COMMAND render_icon ${icon} ${size} ${picture}
    DEPENDS ${icon} VERBATIM)
  list(APPEND for_installing ${picture})
  install(FILES ${picture}
    DESTINATION ${CMAKE_INSTALL_DATADIR}/icons/hicolor/${size}x${size}/apps RENAME ${id}.png)
endforeach()

# The terminal.
set(completions ${PROJECT_SOURCE_DIR}/resources/completions)
install(FILES ${completions}/twelvefold-cli.bash
  DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions RENAME twelvefold-cli)
if(EXISTS /etc/debian_version)
  set(zsh vendor-completions)
else()
  set(zsh site-functions)
endif()
install(FILES ${completions}/twelvefold-cli.zsh
  DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/${zsh} RENAME _twelvefold-cli)

# What is read. Debian wants manuals and the changelog compressed, without the time in them.
install(FILES ${desktop}/copyright DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/twelvefold)
execute_process(COMMAND date --utc --rfc-email --date=${TWELVEFOLD_RELEASED}
  OUTPUT_VARIABLE released OUTPUT_STRIP_TRAILING_WHITESPACE)
set(TWELVEFOLD_MAINTAINER "Twelvefold <maintainers@twelvefold.invalid>" CACHE STRING
  "Who answers for the package, as name and address")
configure_file(${desktop}/changelog.in ${made}/changelog @ONLY)
foreach(page docs/man/twelvefold.1 docs/man/twelvefold-cli.1 ${made}/changelog)
  cmake_path(ABSOLUTE_PATH page BASE_DIRECTORY ${PROJECT_SOURCE_DIR})
  cmake_path(GET page FILENAME name)
  set(packed ${made}/${name}.gz)
  add_custom_command(OUTPUT ${packed} COMMAND gzip -9nc ${page} > ${packed} DEPENDS ${page})
  list(APPEND for_installing ${packed})
endforeach()
install(FILES ${made}/twelvefold.1.gz ${made}/twelvefold-cli.1.gz
  DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
install(FILES ${made}/changelog.gz DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/twelvefold)
add_custom_target(for_installing ALL DEPENDS ${for_installing})
add_dependencies(for_installing twelvefold twelvefold-cli)

set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_NAME twelvefold)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)
set(CPACK_PACKAGE_DESCRIPTION
"Twelvefold is a workstation for councils' children's services. It puts three
things side by side that are usually kept apart: what a child needs, what
their care costs, and what comes of it.
.
It scores needs, brings in statutory returns and cost files, shows need
against weekly cost, and writes reports. It works offline, in one file.")
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_MAINTAINER ${TWELVEFOLD_MAINTAINER})
set(CPACK_DEBIAN_PACKAGE_SECTION science)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# Not linked, but without a font there is nothing to read.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS fonts-noto-core)
include(CPack)
