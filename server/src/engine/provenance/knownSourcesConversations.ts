/** Conversations with models, and judgements of their answers. Two lines an entry, as `knownSourcesTable.ts` explains. */
export const conversationSources = `
nvidia/HelpSteer, HelpSteer, Helpfulness SteerLM | mixed | NVIDIA in-house model | 2023-11 | issue | https://huggingface.co/datasets/nvidia/HelpSteer#source
  prompts by people and templates; every response is by an early in-house model
nvidia/HelpSteer2, HelpSteer2 | mixed | - | 2024-06 | known | arxiv:2406.08673
  prompts mostly by people, responses by models
nvidia/HelpSteer3, HelpSteer3 | mixed | - | 2025-03 | known | arxiv:2505.11475
  prompts by people, responses by models
stingning/ultrachat, openbmb/UltraChat, HuggingFaceH4/ultrachat_200k, github.com/thunlp/UltraChat, ultrachat, ultrachat_200k | machine | gpt-3.5-turbo | 2023-04 | dpi | arxiv:2305.14233
  two models talk to each other
openbmb/UltraFeedback, HuggingFaceH4/ultrafeedback_binarized, argilla/ultrafeedback-binarized-preferences, argilla/ultrafeedback-binarized-preferences-cleaned, allenai/ultrafeedback_binarized_cleaned, github.com/OpenBMB/UltraFeedback, UltraFeedback, ultrafeedback_binarized | mixed | gpt-4 | 2023-09 | list | arxiv:2310.01377
  prompts of several sets, answered by 17 models and criticised by GPT-4
anon8231489123/ShareGPT_Vicuna_unfiltered, RyokoAI/ShareGPT52K, sharegpt.com, chat.openai.com/share, chatgpt.com/share, sharegpt, sharegpt_vicuna, ShareGPT52K | mixed | gpt-3.5-turbo, gpt-4 | 2023-03 | dpi | hf
  conversations with ChatGPT that users shared
allenai/WildChat, allenai/WildChat-nontoxic, allenai/WildChat-1M, allenai/WildChat-1M-Full, allenai/WildChat-4.8M, WildChat, WildChat-1M | mixed | gpt-3.5-turbo, gpt-4 | 2023-11 | card dpi | arxiv:2405.01470
  conversations between people and ChatGPT
lmsys/lmsys-chat-1m, lmsys-chat-1m, chat.lmsys.org | mixed | - | 2023-09 | list | arxiv:2309.11998
  a million conversations of people with 25 models
lmsys/chatbot_arena_conversations, chatbot_arena_conversations, lmsys/mt_bench_human_judgments | mixed | - | 2023-07 | dpi | arxiv:2306.05685
  people put the same question to two models and judge the answers
lmarena-ai/arena-human-preference-55k, lmsys/lmsys-arena-human-preference-55k, lmarena-ai/arena-human-preference-100k, lmarena-ai/arena-human-preference-140k, arena-human-preference-100k | mixed | - | 2024-05 | list | hf
  people put the same question to two models and judge the answers
CollectiveCognition/chats-data-2023-09-22, CollectiveCognition/chats-data-2023-09-27, CollectiveCognition/chats-data-2023-10-16 | mixed | gpt-4, gpt-3.5-turbo | 2023-10 | dpi | hf
  conversations with ChatGPT that users shared
PygmalionAI/PIPPA, PIPPA | mixed | Character.AI | 2023-08 | dpi | arxiv:2308.05884
  role play of people with a model; the paper calls it partially synthetic
LDJnr/Pure-Dove, Pure-Dove | mixed | gpt-4 | 2023-09 | dpi | hf
  conversations of people with GPT-4
github.com/project-baize/baize-chatbot, Baize Chat Data | mixed | gpt-3.5-turbo | 2023-04 | known | arxiv:2304.01196
  a model talks to itself, seeded with questions of people
nomic-ai/gpt4all-j-prompt-generations, nomic-ai/gpt4all_prompt_generations, gpt4all-j-prompt-generations | mixed | gpt-3.5-turbo | 2023-03 | dpi | https://github.com/nomic-ai/gpt4all
  prompts of open sets, answered by a model
Anthropic/hh-rlhf, Dahoas/full-hh-rlhf, Dahoas/rm-static, Dahoas/static-hh, github.com/anthropics/hh-rlhf, hh-rlhf | mixed | Anthropic research models | 2022-04 | known | arxiv:2204.05862
  people talk to models; each assistant turn is by a model
openai/webgpt_comparisons, webgpt_comparisons, openai_webgpt_comparisons_eli5 | mixed | gpt-3 | 2021-12 | dpi | arxiv:2112.09332
  questions by people, with answers a model wrote after browsing
openai/summarize_from_feedback, github.com/openai/summarize-from-feedback, summarize_from_feedback, openai_summarize_from_feedback | mixed | gpt-3 | 2020-09 | dpi | arxiv:2009.01325
  posts by people, with summaries by models
berkeley-nest/Nectar | mixed | gpt-4, gpt-3.5-turbo, meta-llama/Llama-2-7b-chat-hf | 2023-11 | dpi | https://starling.cs.berkeley.edu/
  prompts of open sets, each with seven answers, nearly all by models
PKU-Alignment/PKU-SafeRLHF, PKU-Alignment/BeaverTails, PKU-SafeRLHF, BeaverTails | mixed | Alpaca-family models | 2023-05 | known | arxiv:2307.04657
  prompts with answers by models, judged by people
Intel/orca_dpo_pairs, argilla/distilabel-intel-orca-dpo-pairs, orca_dpo_pairs | mixed | gpt-4, meta-llama/Llama-2-13b-chat-hf | 2023-11 | known | hf
  questions of OpenOrca, with a better and a worse answer by models
mlabonne/orpo-dpo-mix-40k, orpo-dpo-mix-40k | mixed | - | 2024-05 | known | hf
  preference sets with answers by models
Skywork/Skywork-Reward-Preference-80K-v0.1, Skywork/Skywork-Reward-Preference-80K-v0.2, Skywork-Reward-Preference-80K-v0.2 | mixed | - | 2024-09 | list | hf
  pairs of HelpSteer2, OffsetBias, WildGuard and Magpie
BAAI/Infinity-Preference, Infinity-Preference | mixed | google/gemma-2-9b-it | 2024-09 | list | hf
  instructions with pairs of answers by a model
prometheus-eval/Feedback-Collection, kaist-ai/Feedback-Collection, feedback_collection | machine | gpt-4 | 2023-10 | dpi | arxiv:2310.08491
  tasks, answers and graded feedback by GPT-4
prometheus-eval/Preference-Collection, preference_collection | machine | gpt-4 | 2024-05 | dpi | arxiv:2405.01535
  tasks, answers and graded feedback by GPT-4
kaist-ai/selfee-train, selfee-train, selfee | mixed | gpt-3.5-turbo | 2023-05 | dpi | https://github.com/kaistAI/SelFee
  answers with feedback and revisions by a model
AmazonScience/FalseReject, FalseReject | mixed | - | 2025-05 | list | arxiv:2505.08054
  harmless prompts that look harmful, generated against each other, with answers by models
tatsu-lab/alpaca_farm, tatsu-lab/alpaca_eval, github.com/tatsu-lab/alpaca_farm | mixed | text-davinci-003 | 2023-05 | known | arxiv:2305.14387
  instructions with answers by models
allenai/wildjailbreak, allenai/wildguardmix, ai2-adapt-dev/tulu_v3.9_wildjailbreak_decontaminated_50k, ai2-adapt-dev/tulu_v3.9_synthetic_finalresp_wildguardmixtrain_decontaminated_50k | mixed | gpt-4, gpt-3.5-turbo | 2024-06 | known | arxiv:2406.18510
  harmful and harmless prompts and answers, mostly by models
allenai/soda | machine | text-davinci-002 | 2022-12 | card | arxiv:2212.10465
  everyday dialogues distilled from a model
allenai/prosocial-dialog, prosocial-dialog | mixed | gpt-3 | 2022-05 | list | arxiv:2205.12688
  a model writes the troubling turns, people the replies
`;
