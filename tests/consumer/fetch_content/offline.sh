# SPDX-License-Identifier: BSL-1.0
cmake -S . -B build/offline -DFETCHCONTENT_SOURCE_DIR_LUPAUS="$PWD/lupaus"
cmake --build build/offline
./build/offline/shop
