// The facilitator at *Import*, and a stick that is in.
#pragma once

#include "at_the_wall.h"

#include <fstream>

struct ImportPage : AtTheWall {
    app::Stage::Setup setup = demo_wall(folder / "tavle.rundtbord");

    ImportPage() : AtTheWall("import") {
        setup.config.stick_folder = folder / "sticks";
        std::filesystem::create_directories(stick());
        stage = open_stage(setup);
    }
    std::filesystem::path stick() const { return folder / "sticks/FERIE"; }
    void put(std::string const& name, std::string const& bytes) const {
        std::ofstream(stick() / name, std::ios::binary) << bytes;
    }
    void open_page() {
        open_facilitator();
        tap("facilitator/import");
        stage->wait(0.5);
    }
};
