// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// How the programs end. Each calls these first of all.
namespace twelvefold::files {

// A program that falls over leaves no picture of its memory, with children's records in it, on the
// disk.
void noCoreDumps();

// Whatever the program makes, also by a library, is its owner's alone from its first byte.
void keepFilesPrivate();

// Asked to end by Ctrl+C, the system or a closing terminal, the program removes what it has not
// finished and ends at once, with 128 + the signal. What does not fit on a disk or down a pipe is
// an error that is seen, not the program's end.
void endTidily();

} // namespace twelvefold::files
