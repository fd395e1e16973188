/** Models from China, Korea and Singapore. Written as `modelReleasesTable.ts` explains. */
export const asianReleases = `
# Alibaba | yymm | https://qwenlm.github.io/blog/
qwen, qwen-7b 2023-08-03 o
qwen-vl 2023-08-24 h
qwen-14b 2023-09-25 o
qwen-72b, qwen-1.8b 2023-11-30 o
qwen1.5 2024-02-04 o
codeqwen1.5 2024-04-16 -
qwen1.5-32b 2024-04-02 h
qwen1.5-110b 2024-04-25 h
qwen2 2024-06-07 how
qwen2-math 2024-08-08 -
qwen2-vl 2024-08-29 -
qwen2.5, qwen2.5-math 2024-09-19 o
qwen2.5-coder, qwen-coder-2.5 2024-09-19 -
qwq, qwq-32b-preview 2024-11-28 -
qvq 2024-12-25 -
qwen2.5-vl 2025-01-26 -
qwen2.5-max 2025-01-28 -
qwq-32b 2025-03-06 m
qwen2.5-omni 2025-03-27 o
qwen3 2025-04-29 ow
qwen3-coder 2025-07-22 m
qwen3-max, qwen3-next 2025-09 m
qwen3-vl, qwen3-omni 2025-09-23 m
qwen3.5 2026-02-15 m
qwen3.6 2026-04-02 m
qwen3.7 2026-05-19 m
qwen3.8 2026-08-03 m
# DeepSeek | mmdd | https://api-docs.deepseek.com/updates
deepseek, deepseek-coder 2023-11 rp
deepseek-llm, deepseek-chat 2023-11-29 w
deepseek-moe 2024-01-11 -
deepseek-math 2024-02 p
deepseek-vl 2024-03 p
deepseek-v2 2024-05-06 d
deepseek-v2-lite 2024-05-16 d
deepseek-prover 2024-05-23 -
deepseek-coder-v2 2024-06-17 -
deepseek-v2.5 2024-09 r
deepseek-r1-lite 2024-11-20 -
deepseek-vl2 2024-12-13 -
deepseek-v3 2024-12-26 rwl
deepseek-r1, deepseek-reasoner, deepseek-r1-zero, deepseek-r1-distill, deepseek-r1-distill-qwen, deepseek-r1-distill-llama 2025-01-20 rwl
deepseek-v3.1 2025-08 rwd
deepseek-v3.1-terminus 2025-09-22 d
deepseek-v3.2-exp 2025-09-29 rwd
deepseek-v3.2 2025-12-01 rd
deepseek-v4 2026-04-23 m
deepseek-v4.1 2026-09-08 m
# Zhipu AI | mmdd | https://docs.z.ai/release-notes/new-released
glm-130b 2022-08-04 -
chatglm, chatglm-6b 2023-03-14 -
chatglm2 2023-06-25 -
chatglm3 2023-10-27 -
glm-4 2024-01-16 -
glm-4-9b 2024-06-05 m
glm-4-plus 2024-08 m
glm-z1 2025-04-15 m
glm-4.5 2025-07-28 m
glm-4.6 2025-09-30 w
glm-4.7 2025-12-22 m
glm-5 2026-02-12 m
glm-5.1 2026-03-27 m
glm-5.2 2026-06-13 m
# Moonshot AI | mmdd | https://platform.moonshot.ai/blog/posts/changelog
kimi 2023-10 r
kimi-k1.5 2025-01-20 r
moonlight 2025-02-22 -
kimi-k2 2025-07-11 r
kimi-k2-thinking 2025-11-06 r
kimi-k2.5 2026-01-27 r
kimi-k2.6 2026-04-21 m
kimi-k2.7 2026-06-12 m
kimi-k3 2026-07-16 m
# MiniMax | - | https://www.minimax.io/news
minimax-text-01, minimax-vl-01 2025-01-15 mw
minimax-m1 2025-06-17 m
minimax-m2 2025-10-27 m
minimax-m2.1 2025-12-22 m
minimax-m2.5 2026-02-13 m
minimax-m2.7 2026-03-18 m
minimax-m3 2026-06-01 m
# 01.AI | - | https://github.com/01-ai/Yi
yi-6b, yi-34b 2023-11-02 h
yi-9b 2024-03-06 -
yi-large 2024-05-12 h
yi-1.5 2024-05-13 o
yi-coder 2024-09-05 -
yi-lightning 2024-10-16 -
# Baichuan | - | https://github.com/baichuan-inc
baichuan, baichuan-7b 2023-06-15 -
baichuan-13b 2023-07-11 -
baichuan2 2023-09-06 -
# Shanghai AI Laboratory | - | https://github.com/InternLM/InternLM
internlm 2023-06-07 -
internlm2 2024-01-17 -
internlm2.5 2024-07-03 -
internlm3 2025-01-15 -
# Baidu | - | https://yiyan.baidu.com/
ernie-bot 2023-03-16 -
ernie-4.0 2023-10-17 -
ernie-4.5 2025-03-16 -
# Tencent | - | https://github.com/Tencent-Hunyuan
hunyuan 2023-09-07 -
hunyuan-large 2024-11-05 -
# ByteDance | - | https://seed.bytedance.com/
doubao 2024-05-15 -
seed-oss 2025-08-20 -
# Other Chinese laboratories | - | https://huggingface.co/models
moss-moon 2023-04-20 -
skywork-13b 2023-10-30 -
minicpm 2024-02-01 -
minicpm3 2024-09-05 -
mimo 2025-04-30 -
# Upstage | - | https://www.upstage.ai/
solar-10.7b 2023-12 e
solar-pro 2024-09-11 -
# LG AI Research | - | https://huggingface.co/LGAI-EXAONE
exaone-3.0 2024-08-07 -
exaone-3.5 2024-12-09 -
exaone-deep 2025-03-18 -
exaone-4.0 2025-07-15 -
# Sea AI Lab | - | https://huggingface.co/sail
sailor 2024-04-04 h
`;
