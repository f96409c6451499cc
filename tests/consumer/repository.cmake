# SPDX-License-Identifier: BSL-1.0
#
# cmake -DGIT=... -DSOURCE=... -DINTO=... -DTAG=... -P repository.cmake: a repository of the
# library as it is now, committed or not, with one tag.
file(REMOVE_RECURSE ${INTO})
file(MAKE_DIRECTORY ${INTO})
file(COPY ${SOURCE}/include ${SOURCE}/CMakeLists.txt ${SOURCE}/LICENSE DESTINATION ${INTO})
set(who -c user.name=test -c user.email=test@git.example -c commit.gpgsign=false)
foreach(command "init;--quiet" "add;." "${who};commit;--quiet;-m;As it is" "tag;${TAG}")
  execute_process(COMMAND ${GIT} ${command} WORKING_DIRECTORY ${INTO} COMMAND_ERROR_IS_FATAL ANY)
endforeach()
