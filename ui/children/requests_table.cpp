// SPDX-License-Identifier: GPL-3.0-or-later
#include "children/requests_table.h"

#include "children/record_table.h"
#include "wording/wording.h"

#include <QVBoxLayout>

#include <algorithm>

namespace twelvefold::ui {
namespace {

using domain::PlacementRequest;
using domain::RequestField;
using domain::RequestFieldKind;

// As a person reads it: a choice in their language, amounts and days as everywhere.
QString answerInWords(const RequestField& field, const PlacementRequest& request)
{
    const std::string said = request.said(field.code);
    if (const auto amount = request.amount(field.code);
        field.kind == RequestFieldKind::amount && amount)
        return wording::money(*amount);
    if (const auto day = request.date(field.code); field.kind == RequestFieldKind::date && day)
        return wording::date(*day);
    if (field.kind == RequestFieldKind::choice) {
        for (const domain::Word& choice : field.choices) {
            if (said == choice.english)
                return wording::text(choice);
        }
    }
    return QString::fromStdString(said);
}

QString fieldInWords(std::string_view code, const PlacementRequest& request)
{
    return answerInWords(*domain::findRequestField(code), request);
}

// The fields of a part that were answered so, by their titles.
QString answered(domain::RequestPart part, std::string_view answer, const PlacementRequest& request)
{
    QStringList titles;
    for (const RequestField& field : domain::requestFields()) {
        if (field.part == part && request.said(field.code) == answer)
            titles << wording::text(field.title);
    }
    return titles.join(QStringLiteral(" · "));
}

} // namespace

RequestsTable::RequestsTable(QWidget* parent)
    : QWidget(parent), m_requests(new RecordTable("requests", tr("Placements that were sought"),
                                                  {tr("Asked for"), tr("Agreed start"),
                                                   tr("Preferred"), tr("Found"), tr("Risks")})),
      m_answers(new RecordTable("requestAnswers", tr("What was said then"),
                                {tr("Of"), tr("What"), tr("Said")}))
{
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(18);
    for (RecordTable* table : {m_requests, m_answers}) {
        table->setEditable(false);
        column->addWidget(table);
        connect(table, &RecordTable::said, this, &RequestsTable::said);
    }
    connect(m_requests, &RecordTable::chosen, this, &RequestsTable::showAnswers);
}

void RequestsTable::show(std::vector<PlacementRequest> latestFirst)
{
    m_shown = std::move(latestFirst);
    QList<QStringList> rows;
    QList<std::int64_t> ids;
    for (const PlacementRequest& request : m_shown) {
        rows << QStringList{fieldInWords(domain::request_field::referredOn, request),
                            fieldInWords(domain::request_field::placedOn, request),
                            answered(domain::RequestPart::suitability, "Preferred", request),
                            fieldInWords(domain::request_field::type, request),
                            answered(domain::RequestPart::risks, "Risk Present", request)};
        ids << request.id.value;
    }
    m_requests->show(rows, {}, ids);
    setVisible(!m_shown.empty());
    showAnswers();
}

// Of the request that is chosen, else of the latest.
void RequestsTable::showAnswers()
{
    QList<QStringList> rows;
    if (!m_shown.empty()) {
        const auto chosen = static_cast<std::size_t>(std::max(m_requests->row(), 0));
        const PlacementRequest& request = m_shown[std::min(chosen, m_shown.size() - 1)];
        for (const RequestField& field : domain::requestFields()) {
            if (!request.said(field.code).empty())
                rows << QStringList{wording::text(domain::word(field.part)),
                                    wording::text(field.title), answerInWords(field, request)};
        }
    }
    m_answers->show(rows, {});
}

} // namespace twelvefold::ui
