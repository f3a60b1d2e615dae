# SPDX-License-Identifier: GPL-3.0-or-later
# What every target of ours is compiled with. Third-party headers come as SYSTEM through their
# imported targets, so warnings speak of our own code alone.
add_library(twelvefold_options INTERFACE)

if(MSVC)
  target_compile_options(twelvefold_options INTERFACE /W4 /utf-8)
else()
  # Without contraction a sum gives the same bits on every machine and at every optimisation level.
  target_compile_options(twelvefold_options INTERFACE
    -Wall -Wextra -Wpedantic -Wshadow -Wconversion -ffp-contract=off)
  # g++ 12 takes an empty std::optional for an uninitialised value.
  target_compile_options(twelvefold_options INTERFACE
    $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
endif()

# There are many test programs: a quick linker, where there is one, for what is built to be tested.
find_program(TWELVEFOLD_MOLD mold)
mark_as_advanced(TWELVEFOLD_MOLD)
if(TWELVEFOLD_MOLD AND UNIX AND NOT APPLE)
  target_link_options(twelvefold_options INTERFACE $<$<CONFIG:Debug>:-fuse-ld=mold>)
endif()

if(TWELVEFOLD_WARNINGS_AS_ERRORS)
  target_compile_options(twelvefold_options INTERFACE $<IF:$<BOOL:${MSVC}>,/WX,-Werror>)
endif()

if(TWELVEFOLD_SANITISE)
  # Without the checks of every single access, which the address sanitiser watches anyhow: they are
  # a quarter of the time that compiling takes.
  set(sanitisers -fsanitize=address,undefined -fno-sanitize=null,alignment,object-size,vptr
    -fno-sanitize-recover=all -fno-omit-frame-pointer)
  target_compile_options(twelvefold_options INTERFACE ${sanitisers})
  target_link_options(twelvefold_options INTERFACE ${sanitisers})
endif()
