// The frame: draw lists for the layers, clips, opacity. What is drawn is in canvas_shapes.cpp.
#include "ui/kit/canvas_impl.h"

#include <cassert>

namespace ui {

namespace {

void begin_list(ImDrawList& list, Vec2 size) {
    list._ResetForNewFrame();
    list.PushTextureID(texture_of(atlas_texture));
    list.PushClipRect({0, 0}, im(size));
}

} // namespace

Canvas::Impl::Impl(Typesetter& typesetter) : type(typesetter), shapes(typesetter.atlas()) {
    shared.InitialFlags = ImDrawListFlags_AntiAliasedLines | ImDrawListFlags_AntiAliasedFill |
                          ImDrawListFlags_AllowVtxOffset;
    for (auto& list : lists) {
        list = std::make_unique<ImDrawList>(&shared);
    }
}

Canvas::Canvas(Typesetter& typesetter) : m_impl(std::make_unique<Impl>(typesetter)) {}
Canvas::~Canvas() = default;

void Canvas::begin(Vec2 size_px, float px_per_du) {
    Impl& m = *m_impl;
    m.type.set_scale(px_per_du);
    m.cleared = m.type.atlas().full();
    if (m.cleared) {
        m.type.atlas().clear();
    }
    m.scale = px_per_du;
    m.shared.TexUvWhitePixel = im(m.type.atlas().white_uv());
    m.shared.ClipRectFullscreen = {0, 0, size_px.x, size_px.y};
    for (std::size_t i = 0; i < m.lists.size(); ++i) {
        begin_list(*m.lists[i], size_px);
        m.clips[i].assign(1, {0, 0, whole(size_px.x), whole(size_px.y)});
    }
    m.opacities.assign(1, 1.0F);
    m.layer = Layer::Board;
    m.data.DisplayPos = {0, 0};
    m.data.DisplaySize = im(size_px);
    m.data.FramebufferScale = {1, 1};
}

ImDrawData* Canvas::finish() {
    Impl& m = *m_impl;
    assert(m.opacities.size() == 1);
    m.data.CmdListsCount = 0;
    m.data.TotalIdxCount = m.data.TotalVtxCount = 0;
    for (std::size_t i = 0; i < m.lists.size(); ++i) {
        assert(m.clips[i].size() == 1);
        ImDrawList& list = *m.lists[i];
        list._PopUnusedDrawCmd();
        if (list.CmdBuffer.Size > 0) {
            m.drawn[static_cast<std::size_t>(m.data.CmdListsCount++)] = &list;
            m.data.TotalIdxCount += list.IdxBuffer.Size;
            m.data.TotalVtxCount += list.VtxBuffer.Size;
        }
    }
    m.data.CmdLists = m.drawn.data();
    m.data.Valid = true;
    return &m.data;
}

bool Canvas::incomplete() const {
    Atlas const& atlas = m_impl->type.atlas();
    return atlas.full() && !(m_impl->cleared && atlas.largest());
}

void Canvas::on(Layer layer) { m_impl->layer = layer; }
Layer Canvas::layer() const { return m_impl->layer; }

void Canvas::push_clip(Rect clip) {
    Impl& m = *m_impl;
    Box const asked = m.box(clip), outer = m.clip_stack().back();
    Box inner{std::max(asked.l, outer.l), std::max(asked.t, outer.t), std::min(asked.r, outer.r),
              std::min(asked.b, outer.b)};
    inner.r = std::max(inner.r, inner.l), inner.b = std::max(inner.b, inner.t);
    m.clip_stack().push_back(inner);
    m.list().PushClipRect({f(inner.l), f(inner.t)}, {f(inner.r), f(inner.b)});
    if (m.list().CmdBuffer.back().ElemCount > 0) {
        m.list().AddDrawCmd(); // the same clip as before, yet a thing of its own
    }
}

void Canvas::pop_clip() {
    Impl& m = *m_impl;
    assert(m.clip_stack().size() > 1);
    m.clip_stack().pop_back();
    m.list().PopClipRect();
    if (m.list().CmdBuffer.back().ElemCount > 0) {
        m.list().AddDrawCmd();
    }
}

Rect Canvas::clip() const {
    Box const& clip = m_impl->clip_stack().back();
    float const k = 1 / m_impl->scale;
    return {f(clip.l) * k, f(clip.t) * k, f(clip.w()) * k, f(clip.h()) * k};
}

void Canvas::push_opacity(float opacity) { m_impl->opacities.push_back(m_impl->opacities.back() * opacity); }

void Canvas::pop_opacity() {
    assert(m_impl->opacities.size() > 1);
    m_impl->opacities.pop_back();
}

void Canvas::set_contrast(Contrast contrast) { m_impl->contrast = contrast; }

float Canvas::px_per_du() const { return m_impl->scale; }
float Canvas::snapped(float du) const { return std::round(du * m_impl->scale) / m_impl->scale; }

} // namespace ui
