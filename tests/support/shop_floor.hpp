// SPDX-License-Identifier: BSL-1.0
//
// The named types of the washing machine, for promises that must compile and for those that must
// not. Its failures are declared where they are spoken of: a promise has to mention every one.
#pragma once

#include "lupaus/promise.hpp"

#include <chrono>

namespace shop_floor {

using namespace lupaus;
using namespace std::chrono_literals;

inline constexpr struct customer_ : customer<customer_> {
} customer;
inline constexpr struct shop_ : seller<shop_> {
} shop;
inline constexpr struct website_ : department<website_> {
} website;
inline constexpr struct carrier_ : subcontractor<carrier_> {
} carrier;
inline constexpr struct installer_ : subcontractor<installer_> {
} installer;
inline constexpr struct supplier_ : subcontractor<supplier_> {
} supplier;

inline constexpr struct machine_ : good<machine_> {
} machine;
inline constexpr struct delivery_ : service<delivery_> {
} delivery;
inline constexpr struct installation_ : service<installation_> {
} installation;

inline constexpr struct handed_over_damaged_ : step_of<handed_over_damaged_, delivery_> {
} handed_over;
inline constexpr struct returned_ : step_of<returned_, delivery_> {
} returned;
inline constexpr struct received_back_ : step_of<received_back_, delivery_> {
} received_back;

/// She can cancel whenever she likes: what every small promise here needs to be sound.
constexpr auto she_can_cancel = on(cancel_requested).owes(shop, accept);

}  // namespace shop_floor
