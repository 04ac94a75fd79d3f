#include "exporters/report.h"

namespace exporters {
namespace {

std::string print(Report const& report, text::Words const& words, int& pages) {
    Paper paper = Paper::pdf(a4, report.info);
    auto const of_pages = [&](int page, int all) {
        return words.say("paper.page", {{"page", std::int64_t{page}}, {"pages", std::int64_t{all}}});
    };
    {
        Flow flow(paper, report.foot, of_pages, pages);
        Tagged const document(paper, "Document");
        report.write(flow);
        flow.end();
        pages = flow.page();
    }
    return paper.finish();
}

} // namespace

std::string printed(Report const& report, text::Words const& words) {
    int pages = 0;
    static_cast<void>(print(report, words, pages));
    return print(report, words, pages);
}

} // namespace exporters
