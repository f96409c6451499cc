// SPDX-License-Identifier: BSL-1.0
//
// Of the compiled form: verdicts and their stories as text, tests and pictures.
#pragma once

#include "lupaus/config.hpp"
#include "lupaus/src/story/exposure.hpp"
#include "lupaus/src/story/missed_claims.hpp"
#include "lupaus/src/story/story.hpp"
#include "lupaus/src/story/story_dot.hpp"
#include "lupaus/src/story/story_gherkin.hpp"
#include "lupaus/src/story/story_test.hpp"
#include "lupaus/src/story/trace_times.hpp"
#include "lupaus/src/story/verdict_text.hpp"
#include "lupaus/src/story/who_could_bring_about.hpp"
