# cmake -D NODE=... -D NPM=... -D SOURCE=... -D BINARY=... -P bundle.cmake: makes BINARY/page.html. Where that cannot be done it
# says why and makes an empty file, old enough to be tried again by the next build.
function(without_page reason)
  message(NOTICE "The program is built without its page for browsers: ${reason}")
  file(WRITE ${BINARY}/page.html "")
  execute_process(COMMAND touch -d 2000-01-01 ${BINARY}/page.html)
endfunction()

if(NOT NODE OR NOT NPM)
  without_page("Node.js and npm are not here (apt install nodejs npm)")
  return()
endif()

file(SHA256 ${SOURCE}/package-lock.json wanted)
set(installed "")
if(EXISTS ${BINARY}/installed)
  file(READ ${BINARY}/installed installed)
endif()
if(NOT installed STREQUAL wanted)
  file(COPY ${SOURCE}/package.json ${SOURCE}/package-lock.json DESTINATION ${BINARY})
  execute_process(
    COMMAND ${NPM} ci --ignore-scripts --no-audit --no-fund --loglevel=error
    WORKING_DIRECTORY ${BINARY} RESULT_VARIABLE failed OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(failed)
    without_page("npm cannot fetch its parts: ${output}")
    return()
  endif()
  file(WRITE ${BINARY}/installed ${wanted})
endif()

execute_process(COMMAND ${NODE} ${SOURCE}/build.mjs ${BINARY}/page.html ${BINARY} RESULT_VARIABLE failed)
if(failed)
  message(FATAL_ERROR "The page for browsers cannot be bundled")
endif()
