// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/csv.h"
#include "files/output_file.h"
#include "workbench/demo/life.h"

#include <filesystem>
#include <optional>
#include <string>

namespace twelvefold::workbench::demo {

// What nobody knows of a real child, and the demonstration's generator knows of an invented one:
// what findings can be held against.
struct ChildTruth
{
    std::string pseudonym;
    bool lookedAfter = false; // on the census date; else all is of the last day of the records
    double need = 0;          // the true total, before anybody rates it

    struct Placed
    {
        std::string setting;               // token
        PlaceKind kind, askedFor;          // where the child is, and what need asks for now
        PlaceKind askedForWhenPlaced;      // and on the placement's first day
        double needWhenPlaced = 0;         // the true total then
        std::optional<double> priceEffect; // of log cost; nothing where no cost is recorded
    };
    std::optional<Placed> placed; // nothing of children who were never looked after
    bool exceptional = false, planted = false;
};

ChildTruth truthOf(const Life& life, const Council& council);

struct ProviderTruth
{
    std::string name;
    double priceEffect = 0;   // of log cost
    double outcomeEffect = 0; // in standard deviations of an outcome; above 0: better
};

// Takes the truth as the council is written.
class TruthWriter
{
public:
    virtual ~TruthWriter() = default;
    virtual void addProvider(const ProviderTruth& provider) = 0;
    virtual void addChild(const ChildTruth& child) = 0;
};

// As two tables, the children in a file and the providers in another beside it. Each row says that
// it is invented.
class TruthFiles : public TruthWriter
{
public:
    static Result<TruthFiles> begin(const std::filesystem::path& children,
                                    const files::OutputFile::Inputs& inputs);
    void addProvider(const ProviderTruth& provider) override;
    void addChild(const ChildTruth& child) override;

    Result<Done> settle(); // both are on the disk, though not in place
    Result<Done> commit();

private:
    struct Table
    {
        explicit Table(files::OutputFile to) : file(std::move(to)), csv(kCsvForPrograms) {}
        void endRow();
        Result<Done> settle();

        files::OutputFile file;
        CsvWriter csv;
    };
    TruthFiles(files::OutputFile children, files::OutputFile providers);

    Table m_children, m_providers;
};

} // namespace twelvefold::workbench::demo
