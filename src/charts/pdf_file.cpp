// SPDX-License-Identifier: GPL-3.0-or-later
#include "charts/pdf_file.h"

#include "wording/translations.h"

#include <QPdfWriter>
#include <QXmlStreamWriter>

#include <optional>

namespace twelvefold::charts {
namespace {

const QString kRdf = QStringLiteral("http://www.w3.org/1999/02/22-rdf-syntax-ns#");
const QString kDublinCore = QStringLiteral("http://purl.org/dc/elements/1.1/");
const QString kXmp = QStringLiteral("http://ns.adobe.com/xap/1.0/");
const QString kProgram = QStringLiteral("Twelvefold");

// One of a kind of container, which is how XMP has a title and a language.
void writeOnly(QXmlStreamWriter& writer, const QString& name, const QString& container,
               const QString& language, const QString& value)
{
    writer.writeStartElement(kDublinCore, name);
    writer.writeStartElement(kRdf, container);
    writer.writeStartElement(kRdf, QStringLiteral("li"));
    if (!language.isEmpty())
        writer.writeAttribute(QStringLiteral("xml:lang"), language);
    writer.writeCharacters(value);
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
}

QByteArray metadata(const QString& title)
{
    QByteArray xml;
    QXmlStreamWriter writer(&xml);
    writer.writeProcessingInstruction(
        QStringLiteral("xpacket"),
        QStringLiteral("begin=\"\uFEFF\" id=\"W5M0MpCehiHzreSzNTczkc9d\""));
    writer.writeNamespace(QStringLiteral("adobe:ns:meta/"), QStringLiteral("x"));
    writer.writeStartElement(QStringLiteral("adobe:ns:meta/"), QStringLiteral("xmpmeta"));
    writer.writeNamespace(kRdf, QStringLiteral("rdf"));
    writer.writeStartElement(kRdf, QStringLiteral("RDF"));
    writer.writeNamespace(kDublinCore, QStringLiteral("dc"));
    writer.writeNamespace(kXmp, QStringLiteral("xmp"));
    writer.writeStartElement(kRdf, QStringLiteral("Description"));
    writer.writeAttribute(kRdf, QStringLiteral("about"), {});
    writer.writeTextElement(kDublinCore, QStringLiteral("format"),
                            QStringLiteral("application/pdf"));
    writeOnly(writer, QStringLiteral("title"), QStringLiteral("Alt"), QStringLiteral("x-default"),
              title);
    writeOnly(writer, QStringLiteral("language"), QStringLiteral("Bag"), {},
              wording::languageTag());
    writer.writeTextElement(kXmp, QStringLiteral("CreatorTool"), kProgram);
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeEndElement();
    writer.writeProcessingInstruction(QStringLiteral("xpacket"), QStringLiteral("end=\"w\""));
    return xml;
}

// The first whole number behind a name.
std::optional<qsizetype> numberAfter(const QByteArray& pdf, const QByteArray& name, qsizetype from)
{
    const auto at = pdf.indexOf(name, from);
    if (from < 0 || at < 0)
        return std::nullopt;
    const QByteArray rest = pdf.mid(at + name.size(), 24).simplified();
    bool isNumber = false;
    const qlonglong number = rest.split(' ').first().toLongLong(&isNumber);
    return isNumber ? std::optional<qsizetype>(number) : std::nullopt;
}

// Where an object begins, from the table of them that begins at `table`.
std::optional<qsizetype> placeOf(const QByteArray& pdf, qsizetype object, qsizetype table)
{
    constexpr qsizetype kEntry = 20, kDigits = 10;
    const QByteArray begins = "xref\n0 ";
    const auto entries = pdf.indexOf('\n', table + begins.size()) + 1;
    if (pdf.mid(table, begins.size()) != begins || entries == 0)
        return std::nullopt;
    bool isNumber = false;
    const qlonglong place = pdf.mid(entries + object * kEntry, kDigits).toLongLong(&isNumber);
    const QByteArray named = QByteArray::number(object) + " 0 obj";
    return isNumber && pdf.mid(place, named.size()) == named ? std::optional<qsizetype>(place)
                                                             : std::nullopt;
}

// From a place to the end of what ends it, that included.
QByteArray upTo(const QByteArray& pdf, qsizetype from, const QByteArray& end)
{
    const auto at = pdf.indexOf(end, from);
    return at < 0 ? QByteArray() : pdf.mid(from, at + end.size() - from);
}

// Of the dictionary that a piece of the file ends with.
void addEntries(QByteArray& piece, const QByteArray& entries)
{
    piece.insert(piece.lastIndexOf(">>"), entries);
}

} // namespace

void describe(QPdfWriter& writer, const QString& title)
{
    writer.setTitle(title);
    writer.setCreator(kProgram);
    writer.setDocumentXmpMetadata(metadata(title));
}

QByteArray withLanguage(QByteArray pdf)
{
    const auto end = pdf.lastIndexOf("startxref");
    const auto trailerAt = pdf.lastIndexOf("trailer", end);
    const auto table = numberAfter(pdf, "startxref", end);
    const auto root = numberAfter(pdf, "/Root", trailerAt);
    const auto at = table && root ? placeOf(pdf, *root, *table) : std::nullopt;
    if (!at || trailerAt < 0)
        return pdf;
    QByteArray catalogue = upTo(pdf, *at, "endobj");
    QByteArray trailer = pdf.mid(trailerAt, end - trailerAt).trimmed();
    if (!catalogue.contains("/Catalog") || catalogue.contains("/Lang") || !trailer.endsWith(">>"))
        return pdf;
    addEntries(catalogue, "/Lang (" + wording::languageTag().toLatin1() +
                              ")\n/ViewerPreferences << /DisplayDocTitle true >>\n");
    addEntries(trailer, "/Prev " + QByteArray::number(*table) + '\n');
    const QByteArray place = QByteArray::number(pdf.size()).rightJustified(10, '0');
    pdf += catalogue + '\n';
    const QByteArray newTable = QByteArray::number(pdf.size());
    pdf += "xref\n" + QByteArray::number(*root) + " 1\n" + place + " 00000 n \n" + trailer +
           "\nstartxref\n" + newTable + "\n%%EOF\n";
    return pdf;
}

} // namespace twelvefold::charts
