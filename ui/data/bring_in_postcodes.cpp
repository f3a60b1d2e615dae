// SPDX-License-Identifier: GPL-3.0-or-later
#include "data/bring_in_page.h"

#include "common/attempt.h"
#include "common/dialogs.h"
#include "common/states.h"
#include "wording/wording.h"

// A directory of postcodes that is given among the files: it is no record, and is kept for
// distances.
namespace twelvefold::ui {
namespace {

constexpr domain::MessageKind kReadingPostcodes{"postcodes-reading",
                                                TWELVEFOLD_TEXT("Message", "Reading postcodes")};

} // namespace

void BringInPage::keepPostcodesAs(const std::filesystem::path& file)
{
    m_postcodes = file;
}

void BringInPage::offerPostcodes(const std::filesystem::path& directory)
{
    const QString title = tr("This is a directory of postcodes");
    if (m_postcodes.empty())
        return dialogs().tell(this, title, tr("There is nowhere to keep it."));
    if (dialogs().confirm(
            this, title,
            tr("It holds no records of children. Read once, it is kept beside the settings, in the "
               "place of an earlier one, and how far placements are from home is worked out by it. "
               "Nothing of it goes into the store but distances."),
            tr("Read it")))
        readPostcodes(directory);
}

void BringInPage::readPostcodes(const std::filesystem::path& directory)
{
    using Rows = domain::Result<exchange::DirectoryRows>;
    const auto rows = std::make_shared<std::optional<Rows>>();
    const auto known = exchange::PostcodeIndex::open(m_postcodes);
    const std::int64_t before = known ? known->size() : 0;
    m_busy->run(
        tr("Reading the directory of postcodes"),
        [rows, directory, to = m_postcodes](const Busy::Report& report, std::stop_token stop) {
            std::error_code error;
            std::filesystem::create_directories(to.parent_path(), error);
            *rows = exchange::makePostcodeIndex(
                directory, to,
                [&report](double part) {
                    report({kReadingPostcodes, {}}, part);
                },
                stop);
        },
        [this, rows, before](bool stopped, const std::optional<QString>& failure) {
            if (stopped)
                return;
            if (failure || !*rows || !**rows)
                return dialogs().tell(this, tr("The directory could not be read"),
                                      failure ? *failure : wording::text((*rows)->failure()));
            const std::int64_t taken = (*rows)->value().taken;
            const auto figure = [](std::int64_t n) {
                return wording::count(static_cast<std::uint64_t>(n));
            };
            m_session.say(taken < before
                              ? tr("%1 postcodes are known, fewer than the %2 before: is the "
                                   "directory whole?")
                                    .arg(figure(taken), figure(before))
                              : tr("%1 postcodes are known").arg(figure(taken)));
            offerDistances();
        });
}

// Of placements that are in the store already.
void BringInPage::offerDistances()
{
    if (!m_session.isOpen() || m_session.workbench().store().readOnly())
        return;
    auto index = exchange::PostcodeIndex::open(m_postcodes);
    if (!index)
        return dialogs().tell(this, tr("The directory could not be read"),
                              wording::text(index.failure()));
    auto& bench = m_session.workbench();
    const auto found = std::make_shared<workbench::DistancesToFill>();
    const auto postcodes =
        std::make_shared<const exchange::PostcodeIndex>(std::move(index).value());
    m_busy->run(
        tr("Working out distances"),
        [found, postcodes, &bench](const Busy::Report&, std::stop_token) {
            *found = bench.distancesToFill(*postcodes);
        },
        [this, found](bool stopped, const std::optional<QString>& failure) {
            if (failure)
                return dialogs().tell(this, tr("The distances could not be worked out"), *failure);
            if (stopped || found->placements.empty())
                return;
            const auto n = found->placements.size();
            const bool isWanted = dialogs().confirm(
                this,
                n == 1 ? tr("Of one placement the distance from home can be filled in")
                       : tr("Of %1 placements the distance from home can be filled in")
                             .arg(wording::count(n)),
                tr("They came with returns that have both postcodes and no distance. This is one "
                   "step and can be undone."),
                tr("Fill them in"));
            if (isWanted && attempt(this, [&] { m_session.workbench().fillDistances(*found); }))
                m_session.say(n == 1 ? tr("One distance is filled in")
                                     : tr("%1 distances are filled in").arg(wording::count(n)));
        });
}

} // namespace twelvefold::ui
