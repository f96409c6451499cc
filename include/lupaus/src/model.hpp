// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: the model in words, and the builder.
#pragma once

#include "lupaus/src/model/builder_clauses.hpp"
#include "lupaus/src/model/clauses_written.hpp"
#include "lupaus/src/model/completeness.hpp"
#include "lupaus/src/model/element_text.hpp"
#include "lupaus/src/model/error.hpp"
#include "lupaus/src/model/model.hpp"
#include "lupaus/src/model/model_events.hpp"
#include "lupaus/src/model/model_tables.hpp"
#include "lupaus/src/model/odd_names.hpp"
#include "lupaus/src/model/parts_written.hpp"
#include "lupaus/src/model/prices_written.hpp"
#include "lupaus/src/model/qualities.hpp"
#include "lupaus/src/model/time_text.hpp"
