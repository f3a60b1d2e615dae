// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

class QPdfWriter;

// What readers of a PDF ask of the file itself and Qt does not say: in which language it is and
// what it is called.
namespace twelvefold::charts {

// Before anything is painted. Title and language are in the metadata (XMP, ISO 16684-1) as well.
void describe(QPdfWriter& writer, const QString& title);

// The finished file with its language in the catalogue, where a screen reader looks for it (ISO
// 32000-1, 14.9.2), and with readers asked to show the title rather than the file's name (12.2). A
// newer catalogue is appended, as the standard has changes made (7.5.6). A file whose parts are not
// where Qt puts them comes back as it is.
QByteArray withLanguage(QByteArray pdf);

} // namespace twelvefold::charts
