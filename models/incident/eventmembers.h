// SPDX-FileCopyrightText: 2026 The Watchkeeper authors
// SPDX-License-Identifier: GPL-3.0-or-later

#pragma once

#include "incident/event.h"
#include "incident/jsonreader.h"

/// The members of events as they stand in the ledger; a part of eventjson.cpp in files of their
/// own.
namespace incident {

[[nodiscard]] QJsonObject write(const Noted &e);
void read(JsonReader &in, Noted &e);
[[nodiscard]] QJsonObject write(const AlertLinked &e);
void read(JsonReader &in, AlertLinked &e);
[[nodiscard]] QJsonObject write(const PostRevised &e);
void read(JsonReader &in, PostRevised &e);
[[nodiscard]] QJsonObject write(const PostSeen &e);
void read(JsonReader &in, PostSeen &e);
[[nodiscard]] QJsonObject write(const PromiseMade &e);
void read(JsonReader &in, PromiseMade &e);
[[nodiscard]] QJsonObject write(const PromiseSettled &e);
void read(JsonReader &in, PromiseSettled &e);
[[nodiscard]] QJsonObject write(const ChecklistStarted &e);
void read(JsonReader &in, ChecklistStarted &e);
[[nodiscard]] QJsonObject write(const StepMarked &e);
void read(JsonReader &in, StepMarked &e);
[[nodiscard]] QJsonObject write(const Reopened &e);
void read(JsonReader &in, Reopened &e);
[[nodiscard]] QJsonObject write(const SectionWritten &e);
void read(JsonReader &in, SectionWritten &e);
[[nodiscard]] QJsonObject write(const PostmortemExported &e);
void read(JsonReader &in, PostmortemExported &e);
[[nodiscard]] QJsonObject write(const Imported &e);
void read(JsonReader &in, Imported &e);
[[nodiscard]] QJsonObject write(const ImportShown &e);
void read(JsonReader &in, ImportShown &e);
[[nodiscard]] QJsonObject write(const PostsRetracted &e);
void read(JsonReader &in, PostsRetracted &e);

// obligationmembers.cpp
[[nodiscard]] QJsonObject write(const KindChanged &e);
void read(JsonReader &in, KindChanged &e);
[[nodiscard]] QJsonObject write(const Linked &e);
void read(JsonReader &in, Linked &e);
[[nodiscard]] QJsonObject write(const PromiseDated &e);
void read(JsonReader &in, PromiseDated &e);
[[nodiscard]] QJsonObject write(const FollowUpSet &e);
void read(JsonReader &in, FollowUpSet &e);
[[nodiscard]] QJsonObject write(const FollowUpSettled &e);
void read(JsonReader &in, FollowUpSettled &e);
[[nodiscard]] QJsonObject write(const ProviderContacted &e);
void read(JsonReader &in, ProviderContacted &e);
[[nodiscard]] QJsonObject write(const ProviderAnswered &e);
void read(JsonReader &in, ProviderAnswered &e);
[[nodiscard]] QJsonObject write(const AbortRuleSet &e);
void read(JsonReader &in, AbortRuleSet &e);
[[nodiscard]] QJsonObject write(const AlertsMuted &e);
void read(JsonReader &in, AlertsMuted &e);
[[nodiscard]] QJsonObject write(const RemedyStarted &e);
void read(JsonReader &in, RemedyStarted &e);
[[nodiscard]] QJsonObject write(const RemedyEnded &e);
void read(JsonReader &in, RemedyEnded &e);

} // namespace incident
