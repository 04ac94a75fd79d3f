// What the store's tests write: one event of every type, and made-up operations.
#pragma once

#include "store/writer.h"

#include <filesystem>
#include <string>
#include <vector>

namespace samples {

board::Uuid uuid(int number);
board::OperationId operation(int number);
board::Instant instant(int number);

/// One event of every type, every field filled with something that is not its default. This is what the
/// fixtures hold, those of older versions only its beginning: it may grow with new types, but what stands here stays.
std::vector<board::Event> every_event();
/// How many of them a version's fixture holds.
std::size_t events_in_version(int version);

/// An operation of three events, told apart by `number`.
std::vector<board::Event> events_of(int number);

/// That operation, as the writer is given it.
store::Job job(int number);

/// A record as text, to compare with.
std::string text_of(board::Record const& record);
std::vector<std::string> texts_of(std::vector<board::Record> const& records);

/// The records that `every_event` makes: the event at n is sequence n + 1 and operation n + 1.
std::vector<board::Record> every_record();

/// A folder that goes when this does.
class Folder {
  public:
    Folder();
    ~Folder();
    Folder(Folder const&) = delete;
    Folder& operator=(Folder const&) = delete;
    std::filesystem::path path() const { return m_path; }
    std::filesystem::path operator/(std::string const& name) const { return m_path / name; }

  private:
    std::filesystem::path m_path;
};

std::string bytes_of(std::filesystem::path const& file);
void write_bytes(std::filesystem::path const& file, std::string const& bytes);
/// Names and bytes of all files in the folder, to see whether anything was touched.
std::vector<std::pair<std::string, std::string>> files_in(std::filesystem::path const& folder);

/// A new board at `path` with `operations` operations of `events_of`, closed again.
void make_board(std::filesystem::path const& path, int operations);

} // namespace samples
