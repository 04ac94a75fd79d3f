# Every script in tests/play is a test: the real app, without a display. At each shot what was drawn from frame to frame,
# only where it changed, must be the frame drawn whole.
file(GLOB play_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/play/*.play)
foreach(script ${play_scripts})
    get_filename_component(name ${script} NAME_WE)
    add_test(NAME "play: ${name}"
             COMMAND rundt-bordet play ${script} --keep-picture --shots ${PROJECT_BINARY_DIR}/shots)
endforeach()

# The six meetings of a course, each on the board that the one before left.
set(course_board ${PROJECT_BINARY_DIR}/course.rundtbord)
add_test(NAME "play: course/0-nothing"
         COMMAND ${CMAKE_COMMAND} -E rm -f ${course_board} ${course_board}-wal ${course_board}.wall.toml)
set_tests_properties("play: course/0-nothing" PROPERTIES FIXTURES_SETUP course_0)
set(before course_0)
file(GLOB course_scripts CONFIGURE_DEPENDS ${CMAKE_CURRENT_SOURCE_DIR}/play/course/*.play)
list(SORT course_scripts)
foreach(script ${course_scripts})
    get_filename_component(name ${script} NAME_WE)
    add_test(NAME "play: course/${name}"
             COMMAND rundt-bordet play ${script} ${course_board} --keep-picture --shots ${PROJECT_BINARY_DIR}/shots/course)
    set_tests_properties("play: course/${name}" PROPERTIES FIXTURES_REQUIRED ${before} FIXTURES_SETUP course_${name})
    set(before course_${name})
endforeach()
