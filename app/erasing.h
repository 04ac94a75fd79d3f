// A person who asks to be erased: where the name stands in a course, and the same course without it. In its events, its
// drafts, its backups and its exports on this machine. Slow, and without a screen: run it as an errand.
#pragma once

#include "courses.h"
#include "store/store.h"
#include "text/person_name.h"
#include "text/words.h"
#include "ui/screens/wall_wish.h"

#include <filesystem>
#include <functional>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace app {

/// One thing that may go. A text stands here once, in however many places it is.
struct Trace {
    using Kind = screens::FoundName::Kind;
    Kind kind = Kind::Text;
    std::string text{}; ///< empty for ink, photos and what is only drawn
    std::vector<text::PersonName::Mark> marks{};
    bool sure = true;                             ///< it goes, unless somebody says otherwise
    bool masked = false;                          ///< written in silence, and not shown yet
    std::optional<std::size_t> record{};          ///< where it stands first
    std::optional<board::ParticipantId> person{}; ///< of Participant
    std::optional<board::IdeaId> idea{};          ///< of Ink and Photo
};
struct Traces {
    std::string name;
    std::vector<Trace> list; ///< people, texts, drafts, the contact, ink, photos
};
/// Where the name stands, and all ink and photos, which cannot be searched. `drafts` as the store has them, `contact` as
/// the settings have it. Nothing is found for a name without a part of two letters.
Traces find_traces(std::string const& name, std::vector<board::Record> const& records, std::string_view drafts,
                   std::string const& contact);

/// What is to be done, in this file or in another of the same course.
struct Erasing {
    std::string name;
    std::string neutral;                     ///< »slettet person«
    std::string note;                        ///< on an idea that was only drawn: »(slettet)«
    std::set<std::string> left{};            ///< texts that stay as they are, wherever they stand
    std::set<board::ParticipantId> people{}; ///< who are no longer named
    std::set<board::IdeaId> ink{}, photos{}; ///< whose ink, and whose photos, go
    bool drawn_drafts = false;               ///< and drafts with ink or a photo
    bool contact = false;
    std::size_t chosen = 0; ///< how many traces
};
/// `chosen` for each trace; those it says nothing of go when they are sure.
Erasing erasing_of(Traces const& traces, std::vector<bool> const& chosen, text::Words const& words);

/// The texts without the name. A text that would grow too long gets »NN«.
std::string erased_text(Erasing const& erasing, std::string const& text);
/// What of the file is to be in other words; who is erased no longer takes part. Without events there is nothing to do.
store::Rewriting rewriting_of(Erasing const& erasing, std::vector<board::Record> const& records,
                              std::string_view drafts, board::OperationId operation, board::Now now);
/// The records as they are after it.
std::vector<board::Record> rewritten(std::vector<board::Record> records, store::Rewriting const& rewriting);

/// In a board that is open nowhere. Broken when the board would no longer keep its rules: then nothing is changed.
store::Result<void> erase_in_board(std::filesystem::path const& file, Erasing const& erasing,
                                   board::OperationId operation, board::Now now);

struct ErasedFiles {
    int exports = 0;                 ///< deleted
    int copies = 0;                  ///< backups that are in other words now
    int deleted_copies = 0;          ///< …and those that could not be, and are gone
    std::vector<std::string> left{}; ///< files that could not be removed
};
/// What was made of the board: exports and what was laid aside are deleted, backups rewritten, in the second place, too.
/// A second place that is not there is told among `left`. In every copy it is the same `operation`, so that two of the
/// same board hold the same again. `step` is called after each file.
ErasedFiles erase_in_files(std::filesystem::path const& file, CourseFolders const& folders, Erasing const& erasing,
                           board::OperationId operation, board::Now now, std::function<void()> const& step = {});

} // namespace app
