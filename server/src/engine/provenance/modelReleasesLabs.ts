/** Models of OpenAI, Anthropic, Google, xAI, Amazon, Cohere and AI21. Written as `modelReleasesTable.ts` explains. */
export const labReleases = `
# OpenAI | mmdd | https://platform.openai.com/docs/models
gpt-1 2018-06 w
gpt-2 2019-02-14 hw
gpt-3, davinci, curie, babbage, ada 2020-05-28 h
codex, code-davinci, code-cushman 2021-07 h
text-davinci-001, text-curie, text-babbage, text-ada, instructgpt 2022-01-27 h
text-davinci-002, text-davinci 2022-01-27 h
gpt-3.5 2022-03-15 -
text-davinci-003 2022-11-28 h
chatgpt 2022-11-30 rl
gpt-3.5-turbo, gpt-35-turbo 2023-03-01 hr
gpt-4 2023-03-14 hrl
davinci-002, babbage-002 2023-08-22 hr
gpt-3.5-turbo-instruct 2023-09-18 h
gpt-4v 2023-09-25 -
gpt-4-turbo, gpt-4-1106, gpt-4-vision 2023-11-06 hrl
gpt-4o, chatgpt-4o 2024-05-13 rl
gpt-4o-mini 2024-07-18 rl
o1, o1-preview, o1-mini 2024-09-12 rl
gpt-4o-audio, gpt-4o-realtime 2024-10-01 -
o1-pro 2024-12-05 r
o3-mini 2025-01-31 rl
gpt-4.5 2025-02-27 r
gpt-4.1, gpt-4.1-mini, gpt-4.1-nano 2025-04-14 rl
o3, o4-mini 2025-04-16 r
o3-pro 2025-06-10 r
gpt-oss 2025-08-05 row
gpt-5, gpt-5-mini, gpt-5-nano 2025-08-07 r
gpt-5-codex 2025-09-15 r
gpt-5.1 2025-11-13 r
gpt-5.2 2025-12-11 r
gpt-5.3 2026-02-05 m
gpt-5.4 2026-03-05 m
gpt-5.5 2026-04-23 m
gpt-5.6 2026-07-09 m
gpt-6, gpt-6-astra 2026-09-04 m
gpt-6-sol 2026-09-22 m
# Anthropic | - | https://docs.anthropic.com/en/docs/about-claude/models
claude, claude-1, claude-v1, claude-instant 2023-03-14 l
claude-2, claude-v2 2023-07-11 hl
claude-instant-1.2 2023-08-09 h
claude-2.1, claude-v2.1 2023-11-21 h
claude-3, claude-3-opus, claude-3-sonnet 2024-03-04 hrl
claude-3-haiku 2024-03-13 hr
claude-3.5, claude-3.5-sonnet 2024-06-20 rl
claude-3.5-haiku 2024-10-22 rl
claude-3.7, claude-3.7-sonnet 2025-02-24 rl
claude-4, claude-opus-4, claude-sonnet-4, claude-4-opus, claude-4-sonnet 2025-05-22 rl
claude-opus-4.1, claude-4.1-opus 2025-08-05 r
claude-sonnet-4.5, claude-4.5-sonnet 2025-09-29 r
claude-haiku-4.5, claude-4.5-haiku 2025-10-15 r
claude-opus-4.5, claude-4.5-opus 2025-11-24 r
claude-opus-4.6 2026-02-05 m
claude-sonnet-4.6 2026-02-17 m
claude-opus-4.7 2026-04-16 m
claude-opus-4.8 2026-05-28 m
claude-fable-5, claude-mythos-5 2026-06-09 m
claude-sonnet-5 2026-06-30 m
claude-opus-5 2026-07-24 m
claude-haiku-5.5 2026-10-07 m
# Google | mmdd | https://ai.google.dev/gemini-api/docs/changelog
t5, mt5 2019-10-23 hw
lamda 2021-05-18 -
gopher 2021-12-08 h
chinchilla 2022-03-29 -
palm 2022-04-04 -
ul2 2022-05-10 h
flan-t5 2022-10-20 -
bard 2023-02-06 -
flan-ul2 2023-03 -
palm-2, text-bison, chat-bison, code-bison, codechat-bison 2023-05-10 l
text-unicorn 2023-11-30 h
gemini, gemini-pro, gemini-ultra, gemini-1.0 2023-12-06 r
medlm 2023-12-13 h
gemini-1.5, gemini-1.5-pro 2024-02-15 l
gemma, gemma-1.1 2024-02-21 how
codegemma, recurrentgemma 2024-04-09 -
paligemma 2024-05-12 h
gemini-1.5-flash 2024-05-14 h
gemma-2 2024-06-27 o
gemini-1.5-flash-8b 2024-08-27 -
gemini-exp 2024-08 -
gemini-2.0, gemini-2.0-flash 2024-12-11 rl
gemini-2.0-flash-thinking 2024-12-19 -
gemini-2.0-pro 2025-02-05 rl
gemma-3 2025-03-10 m
gemini-2.5, gemini-2.5-pro, gemini-2.5-flash 2025-03-20 m
gemma-3n, medgemma 2025-05-20 -
gemini-3, gemini-3-pro 2025-11-18 r
gemini-3-flash 2025-12-17 m
gemini-3.1, gemini-3.1-pro 2026-02-19 m
gemma-4 2026-04-02 m
gemini-3.5, gemini-3.5-flash 2026-05-19 d
gemini-3.8, gemini-3.8-flash 2026-09-02 m
# xAI | mmdd | https://docs.x.ai/docs/release-notes
grok, grok-1 2023-11-04 rw
grok-1.5 2024-03-29 r
grok-2 2024-08-13 rl
grok-3 2025-02-17 -
grok-4 2025-07-09 r
grok-code-fast 2025-08-26 m
grok-4-fast 2025-09-19 r
grok-4.1 2025-11-17 r
grok-4.20 2026-03 m
grok-4.3 2026-04-17 m
grok-4.5 2026-07-08 m
grok-4.6 2026-08-12 m
# Amazon | - | https://docs.aws.amazon.com/bedrock/latest/userguide/models-supported.html
titan-text, titan-tg1 2023-04-13 -
nova-pro, nova-lite, nova-micro, nova-premier 2024-12-03 m
nova-2, nova-2-lite, nova-2-pro 2025-12-02 m
# Cohere | - | https://docs.cohere.com/docs/models
command, command-light, command-nightly 2022-11-08 h
aya-101 2024-02-12 -
command-r 2024-03-11 h
command-r-plus 2024-04-04 h
aya-23 2024-05-23 -
aya-expanse 2024-10-24 m
command-r7b 2024-12 -
aya-vision 2025-03-04 m
command-a 2025-03-13 m
# AI21 Labs | - | https://docs.ai21.com/
jurassic-1, j1-jumbo, j1-large, j1-grande 2021-08-11 h
jurassic-2, j2-jumbo, j2-large, j2-grande, j2-ultra, j2-mid, j2-light 2023-03-09 h
jamba 2024-03-28 -
jamba-1.5 2024-08-22 -
jamba-1.6 2025-03-06 -
# Aleph Alpha | - | https://docs.aleph-alpha.com/
luminous-base, luminous-extended, luminous-supreme 2022-01 h
# Inflection | - | https://inflection.ai/
inflection-1 2023-06-22 -
inflection-2 2023-11-22 -
inflection-2.5 2024-03-07 -
# Reka | - | https://reka.ai/news
reka-flash, reka-edge 2024-02-12 -
reka-core 2024-04-15 -
`;
