# SPDX-License-Identifier: BSL-1.0
export PKG_CONFIG_PATH="$PWD/prefix/share/pkgconfig"
${CXX:-c++} -std=c++20 $(pkg-config --cflags "lupaus >= 0.1") shop.cpp -o shop
./shop
