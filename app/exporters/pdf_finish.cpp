#define POINTERHOLDER_TRANSITION 4 // qpdf's own pointers are std::shared_ptr
#include "exporters/pdf_finish.h"

#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace exporters {
namespace {

/// Goes through the tree of elements in the order of the document.
class Elements {
  public:
    explicit Elements(std::vector<std::string> const& alternatives) : m_alternatives(alternatives) {}

    void visit(QPDFObjectHandle element) {
        if (element.isArray())
            for (int i = 0; i < element.getArrayNItems(); ++i)
                visit(element.getArrayItem(i));
        if (!element.isDictionary())
            return;
        complete(element);
        if (element.hasKey("/K"))
            visit(element.getKey("/K"));
    }

  private:
    void complete(QPDFObjectHandle element) {
        auto kind = element.getKey("/S");
        if (!kind.isName())
            return;
        if (kind.getName() == "/TH")
            element.replaceKey("/A", QPDFObjectHandle::parse("<< /O /Table /Scope /Column >>"));
        if (kind.getName() == "/Figure" && m_next < m_alternatives.size())
            element.replaceKey("/Alt", QPDFObjectHandle::newUnicodeString(m_alternatives[m_next++]));
    }

    std::vector<std::string> const& m_alternatives;
    std::size_t m_next = 0;
};

void complete(QPDF& pdf, std::string_view language, std::vector<std::string> const& alternatives) {
    QPDFObjectHandle root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(std::string(language)));
    root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
    root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
    if (root.hasKey("/StructTreeRoot"))
        Elements(alternatives).visit(root.getKey("/StructTreeRoot").getKey("/K"));
    for (auto& page : QPDFPageDocumentHelper(pdf).getAllPages())
        page.getObjectHandle().replaceKey("/Tabs", QPDFObjectHandle::newName("/S")); // in the order of the structure
}

} // namespace

std::string finished_pdf(std::string const& pdf, std::string_view language,
                         std::vector<std::string> const& alternatives) {
    try { // qpdf says that a file is not a PDF by throwing; what cairo wrote then stays as it is
        QPDF file;
        file.processMemoryFile("export", pdf.data(), pdf.size());
        complete(file, language, alternatives);
        QPDFWriter writer(file);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        writer.write();
        auto const bytes = writer.getBufferSharedPointer();
        return {reinterpret_cast<char const*>(bytes->getBuffer()), bytes->getSize()};
    } catch (std::exception const&) { return pdf; }
}

} // namespace exporters
