# SPDX-License-Identifier: BSL-1.0
export PKG_CONFIG_PATH="$PWD/prefix/share/pkgconfig"
flags="-std=c++20 $(pkg-config --cflags "lupaus >= 0.1") -DLUPAUS_SEPARATE_COMPILATION"
echo '#include <lupaus/src.hpp>' >lupaus.cpp
${CXX:-c++} $flags -c lupaus.cpp -o lupaus.o
${CXX:-c++} $flags shop.cpp lupaus.o -o shop
./shop
