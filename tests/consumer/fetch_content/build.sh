# SPDX-License-Identifier: BSL-1.0
cmake -S . -B build/shop
cmake --build build/shop
./build/shop/shop
