# SPDX-License-Identifier: BSL-1.0
cmake -S . -B build/shop -DCMAKE_PREFIX_PATH="$PWD/prefix"
cmake --build build/shop
./build/shop/shop
