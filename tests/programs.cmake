# Tests that are programs: the real binary under a virtual touchscreen, the kiosk's files, the scripts' gates.
find_package(Python3 3.11 REQUIRED COMPONENTS Interpreter)

# One ctest test for each test method of a Python file; what follows the file's name are its arguments.
function(rundt_python_tests prefix file)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS ${file})
    file(STRINGS ${file} lines REGEX "^(class .*TestCase|    def test_)")
    foreach(line IN LISTS lines)
        if(line MATCHES "^class ([A-Za-z]+)")
            set(class ${CMAKE_MATCH_1})
        elseif(line MATCHES "def test_([a-z0-9_]+)")
            set(method test_${CMAKE_MATCH_1})
            string(REPLACE "_" " " name ${CMAKE_MATCH_1})
            add_test(NAME "${prefix}: ${name}" COMMAND Python3::Interpreter -B ${file} ${ARGN} ${class}.${method}
                WORKING_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR})
            set_tests_properties("${prefix}: ${name}" PROPERTIES TIMEOUT 180)
        endif()
    endforeach()
endfunction()

rundt_python_tests(touchwall ${CMAKE_CURRENT_SOURCE_DIR}/touchwall/test_wall.py $<TARGET_FILE:rundt-bordet>)
rundt_python_tests(kiosk ${CMAKE_CURRENT_SOURCE_DIR}/house/test_kiosk.py)
rundt_python_tests(scripts ${CMAKE_CURRENT_SOURCE_DIR}/house/test_scripts.py)
