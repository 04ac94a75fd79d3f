# Every script in tests/play is a test: the real app, without a display.
file(GLOB play_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/play/*.play)
foreach(script ${play_scripts})
    get_filename_component(name ${script} NAME_WE)
    add_test(NAME "play: ${name}"
             COMMAND rundt-bordet play ${script} --shots ${PROJECT_BINARY_DIR}/shots)
endforeach()
