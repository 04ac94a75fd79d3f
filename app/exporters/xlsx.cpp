#include "exporters/xlsx.h"

#include <algorithm>
#include <sys/mman.h>
#include <unistd.h>
#include <xlsxwriter.h>

namespace exporters {
namespace {

constexpr double narrowest = 9; // columns, in characters
constexpr double widest = 48;

/// A file in memory under a name, for a library that writes only to names. It never lies on a disk.
class MemoryFile {
  public:
    MemoryFile() : m_number(::memfd_create("workbook", MFD_CLOEXEC)) {}
    MemoryFile(MemoryFile const&) = delete;
    MemoryFile& operator=(MemoryFile const&) = delete;
    ~MemoryFile() {
        if (m_number >= 0)
            ::close(m_number);
    }
    std::string name() const { return "/proc/self/fd/" + std::to_string(m_number); }
    std::string bytes() const {
        std::string all;
        char buffer[65536];
        ::lseek(m_number, 0, SEEK_SET);
        for (ssize_t got = 0; (got = ::read(m_number, buffer, sizeof buffer)) > 0;)
            all.append(buffer, static_cast<std::size_t>(got));
        return all;
    }

  private:
    int m_number;
};

struct Formats {
    explicit Formats(lxw_workbook* book)
        : text(workbook_add_format(book)), whole(workbook_add_format(book)), number(workbook_add_format(book)),
          day(workbook_add_format(book)), heading(workbook_add_format(book)) {
        for (lxw_format* format : {text, whole, number, day, heading})
            format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
        format_set_text_wrap(text);
        format_set_num_format(text, "@");
        format_set_num_format(whole, "#,##0"); // Excel shows its own language's separators
        format_set_num_format(number, "#,##0.0#");
        format_set_num_format(day, "dd.mm.yyyy");
        format_set_bold(heading);
        format_set_text_wrap(heading);
        format_set_font_color(heading, 0xFFFDF8);
        format_set_bg_color(heading, 0x1D4757);
    }
    lxw_format* text;
    lxw_format* whole;
    lxw_format* number;
    lxw_format* day;
    lxw_format* heading;
};

lxw_datetime datetime(board::Date date) {
    std::chrono::year_month_day const day{date};
    return {static_cast<int>(day.year()),
            static_cast<int>(static_cast<unsigned>(day.month())),
            static_cast<int>(static_cast<unsigned>(day.day())),
            0,
            0,
            0};
}

/// Writes one cell as what it is. A text is a text, whatever it begins with.
struct Writer {
    lxw_worksheet* sheet;
    Formats const& formats;
    lxw_row_t row;
    lxw_col_t column;

    void operator()(std::monostate) const {}
    void operator()(std::string const& text) const {
        if (!text.empty())
            worksheet_write_string(sheet, row, column, text.c_str(), formats.text);
    }
    void operator()(int value) const { worksheet_write_number(sheet, row, column, value, formats.whole); }
    void operator()(double value) const {
        bool const is_whole = value == static_cast<double>(static_cast<long long>(value));
        worksheet_write_number(sheet, row, column, value, is_whole ? formats.whole : formats.number);
    }
    void operator()(board::Date date) const {
        lxw_datetime day = datetime(date);
        worksheet_write_datetime(sheet, row, column, &day, formats.day);
    }
};

/// How many characters, as near as a column's width needs it.
double length(Cell const& cell) {
    if (auto const* text = std::get_if<std::string>(&cell))
        return static_cast<double>(
            std::count_if(text->begin(), text->end(), [](char c) { return (c & 0xC0) != 0x80; }));
    return std::holds_alternative<std::monostate>(cell) ? 0 : 11;
}

double width_of(Table const& table, std::size_t column) {
    double most = length(table.columns[column]) * 0.8 + 4; // beside the filter's arrow; long headings wrap
    for (auto const& row : table.rows)
        most = std::max(most, length(row[column]) + 2);
    return std::clamp(most, narrowest, widest);
}

void add_filter(lxw_worksheet* sheet, Table const& table, Formats const& formats) {
    std::vector<std::string> names = table.columns;
    std::vector<lxw_table_column> columns(names.size());
    std::vector<lxw_table_column*> pointers;
    for (std::size_t i = 0; i < names.size(); ++i) {
        columns[i] = {};
        columns[i].header = names[i].data();
        columns[i].header_format = formats.heading;
        pointers.push_back(&columns[i]);
    }
    pointers.push_back(nullptr);
    lxw_table_options options{};
    std::string name = table.file;
    options.name = name.data();
    options.style_type = LXW_TABLE_STYLE_TYPE_LIGHT;
    options.style_type_number = 1;
    options.columns = pointers.data();
    auto const last_row = static_cast<lxw_row_t>(std::max<std::size_t>(1, table.rows.size())); // never without a row
    worksheet_add_table(sheet, 0, 0, last_row, static_cast<lxw_col_t>(names.size() - 1), &options);
}

void add_sheet(lxw_workbook* book, Table const& table, Formats const& formats) {
    lxw_worksheet* const sheet = workbook_add_worksheet(book, table.name.c_str());
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        auto const column = static_cast<lxw_col_t>(i);
        worksheet_set_column(sheet, column, column, width_of(table, i), nullptr);
    }
    add_filter(sheet, table, formats);
    for (std::size_t row = 0; row < table.rows.size(); ++row)
        for (std::size_t i = 0; i < table.rows[row].size(); ++i)
            std::visit(Writer{sheet, formats, static_cast<lxw_row_t>(row + 1), static_cast<lxw_col_t>(i)},
                       table.rows[row][i]);
    worksheet_freeze_panes(sheet, 1, 0);
    worksheet_set_landscape(sheet);
    worksheet_set_paper(sheet, 9); // A4
    worksheet_fit_to_pages(sheet, 1, 0);
    worksheet_repeat_rows(sheet, 0, 0);
    worksheet_set_footer(sheet, "&L&A&R&P / &N");
}

} // namespace

tl::expected<std::string, std::string> to_xlsx(std::vector<Table> const& tables, WorkbookTitle const& title) {
    MemoryFile const file;
    lxw_workbook* const book = workbook_new(file.name().c_str());
    if (!book)
        return tl::unexpected(std::string("no memory for a workbook"));
    std::string name = title.title, remark = title.remark;
    lxw_doc_properties properties{};
    properties.title = name.data();
    properties.comments = remark.data();
    properties.created = std::chrono::duration_cast<std::chrono::seconds>(title.at.time_since_epoch()).count();
    workbook_set_properties(book, &properties);
    Formats const formats(book);
    for (Table const& table : tables)
        add_sheet(book, table, formats);
    if (lxw_error const error = workbook_close(book); error != LXW_NO_ERROR)
        return tl::unexpected(std::string(lxw_strerror(error)));
    return file.bytes();
}

} // namespace exporters
