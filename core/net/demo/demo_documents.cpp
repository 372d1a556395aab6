// SPDX-License-Identifier: MIT
#include "core/net/demo/demo_documents.h"

#include <array>
#include <cstdio>

namespace loopscope::demo {

std::string rootDocument()
{
    return R"({
  "current_user_url": "https://api.github.com/user",
  "current_user_authorizations_html_url": "https://github.com/settings/connections/applications{/client_id}",
  "authorizations_url": "https://api.github.com/authorizations",
  "code_search_url": "https://api.github.com/search/code?q={query}{&page,per_page,sort,order}",
  "commit_search_url": "https://api.github.com/search/commits?q={query}{&page,per_page,sort,order}",
  "emails_url": "https://api.github.com/user/emails",
  "emojis_url": "https://api.github.com/emojis",
  "events_url": "https://api.github.com/events",
  "feeds_url": "https://api.github.com/feeds",
  "followers_url": "https://api.github.com/user/followers",
  "following_url": "https://api.github.com/user/following{/target}",
  "gists_url": "https://api.github.com/gists{/gist_id}",
  "hub_url": "https://api.github.com/hub",
  "issue_search_url": "https://api.github.com/search/issues?q={query}{&page,per_page,sort,order}",
  "issues_url": "https://api.github.com/issues",
  "keys_url": "https://api.github.com/user/keys",
  "notifications_url": "https://api.github.com/notifications",
  "organization_repositories_url": "https://api.github.com/orgs/{org}/repos{?type,page,per_page,sort}",
  "organization_url": "https://api.github.com/orgs/{org}",
  "public_gists_url": "https://api.github.com/gists/public",
  "rate_limit_url": "https://api.github.com/rate_limit",
  "repository_url": "https://api.github.com/repos/{owner}/{repo}",
  "repository_search_url": "https://api.github.com/search/repositories?q={query}{&page,per_page,sort,order}",
  "current_user_repositories_url": "https://api.github.com/user/repos{?type,page,per_page,sort}",
  "starred_url": "https://api.github.com/user/starred{/owner}{/repo}",
  "starred_gists_url": "https://api.github.com/gists/starred",
  "team_url": "https://api.github.com/teams",
  "user_url": "https://api.github.com/users/{user}",
  "user_organizations_url": "https://api.github.com/user/orgs",
  "user_repositories_url": "https://api.github.com/users/{user}/repos{?type,page,per_page,sort}",
  "user_search_url": "https://api.github.com/search/users?q={query}{&page,per_page,sort,order}"
})";
}

std::string emojisDocument()
{
    static constexpr std::array moods = {
        "angry", "beaming", "blue", "bored", "brave", "busy", "calm", "cheerful", "cold", "crying", "curious",
        "dancing", "dizzy", "dreaming", "flying", "golden", "green", "grinning", "happy", "hot", "kissing",
        "laughing", "lucky", "melting", "nerdy", "old", "proud", "quiet", "red", "running", "sad", "shy",
        "singing", "sleepy", "smiling", "tiny", "waving", "winking"};
    static constexpr std::array things = {
        "ant", "apple", "balloon", "bear", "bee", "bell", "bird", "boat", "book", "bread", "bus", "cat",
        "cherry", "cloud", "comet", "crab", "dog", "dolphin", "dragon", "duck", "elephant", "fox", "frog",
        "ghost", "globe", "guitar", "heart", "hedgehog", "horse", "kite", "koala", "lamp", "leaf", "lemon",
        "lion", "moon", "mouse", "octopus", "owl", "panda", "penguin", "pizza", "robot", "rocket", "snail",
        "star", "sun", "tiger", "turtle", "whale"};
    static_assert(moods.size() * things.size() == 1900);
    std::string text = "{";
    unsigned codePoint = 0x1f300;
    for (const char *thing : things) {
        for (const char *mood : moods) {
            char number[16];
            std::snprintf(number, sizeof number, "%x", codePoint++);
            text += std::string(text.size() > 1 ? ",\n" : "\n") + "  \"" + mood + "_" + thing
                + "\": \"https://example.org/images/emoji/" + number + ".png?v8\"";
        }
    }
    return text + "\n}";
}

std::string feedsDocument()
{
    return R"({
  "timeline_url": "https://example.org/timeline",
  "user_url": "https://example.org/{user}",
  "security_advisories_url": "https://example.org/security-advisories",
  "current_user_organization_urls": [],
  "_links": {
    "timeline": {"href": "https://example.org/timeline", "type": "application/atom+xml"},
    "user": {"href": "https://example.org/{user}", "type": "application/atom+xml"},
    "security_advisories": {"href": "https://example.org/security-advisories", "type": "application/atom+xml"}
  }
})";
}

std::string bigDocument(size_t bytes)
{
    std::string text = "[";
    text.reserve(bytes + 100);
    for (unsigned row = 0; text.size() + 1 < bytes; ++row) {
        const std::string number = std::to_string(row);
        const std::string even = row % 2 == 0 ? "true" : "false";
        text += (row > 0 ? ",\n{\"row\":" : "\n{\"row\":") + number + ",\"name\":\"record " + number
            + "\",\"even\":" + even + ",\"half\":" + std::to_string(row / 2) + "}";
    }
    return text + "]";
}

} // namespace loopscope::demo
