/** Datasets of instructions and answers. Two lines an entry, as `knownSourcesTable.ts` explains. */
export const instructionSources = `
tatsu-lab/alpaca, github.com/tatsu-lab/stanford_alpaca, alpaca, Stanford Alpaca, alpaca_data, alpaca-52k | machine | text-davinci-003 | 2023-03 | dpi list | https://crfm.stanford.edu/2023/03/13/alpaca.html
  52,000 instructions and answers, grown by self-instruct from 175 tasks that people wrote
yahma/alpaca-cleaned, github.com/gururise/AlpacaDataCleaned, alpaca-cleaned, alpaca_data_cleaned | machine | text-davinci-003 | 2023-03 | list | hf
  Alpaca with faulty answers corrected
vicgalle/alpaca-gpt4, teknium/GPT4-LLM-Cleaned, github.com/Instruction-Tuning-with-GPT-4/GPT-4-LLM, alpaca-gpt4, gpt4alpaca, GPT4-LLM | machine | gpt-4 | 2023-04 | dpi | arxiv:2304.03277
  the instructions of Alpaca, answered by GPT-4
shibing624/alpaca-zh | machine | gpt-4 | 2023-03 | known | hf
  Alpaca in Chinese, answered by GPT-4
Thaweewat/alpaca-cleaned-52k-th | machine | text-davinci-003, Google Cloud Translation | 2023-05 | dpi | hf
  Alpaca translated into Thai by machine
MBZUAI/Bactrian-X, Bactrian-X | machine | gpt-3.5-turbo | 2023-05 | known | arxiv:2305.15011
  instructions of Alpaca and Dolly translated by machine, answered by a model in 52 languages
arbml/CIDAR, github.com/ARBML/CIDAR | mixed | gpt-3.5-turbo | 2024-02 | dpi | arxiv:2402.03177
  Alpaca-style instructions translated by a model and corrected by people
yizhongw/self_instruct, !yizhongw/self_instruct#human_eval, !yizhongw/self_instruct#super_natural_instructions, !yizhongw/self_instruct#p3 | machine | davinci | 2022-12 | dpi | arxiv:2212.10560
  82,000 instructions with answers that GPT-3 wrote from 175 seeds
mrm8488/unnatural-instructions, github.com/orhonovich/unnatural-instructions, unnatural_instructions | machine | text-davinci-002 | 2022-12 | dpi list | arxiv:2212.09689
  instructions, inputs and answers by a model, with almost no human labour
JosephusCheung/GuanacoDataset | machine | text-davinci-003 | 2023-03 | list | hf
  multilingual instructions and answers by self-instruct
github.com/XueFuzhao/InstructionWild, InstructionWild | mixed | text-davinci-003 | 2023-03 | list | https://github.com/XueFuzhao/InstructionWild
  prompts that people shared, and more of their kind, answered by a model
sahil2801/CodeAlpaca-20k, github.com/sahil280114/codealpaca, code_alpaca, CodeAlpaca-20k | machine | - | 2023-03 | dpi | https://github.com/sahil280114/codealpaca
  programming tasks and answers by a model of OpenAI
WizardLM/evol_instruct_70k, WizardLMTeam/WizardLM_evol_instruct_70k, WizardLM/WizardLM_evol_instruct_70k, github.com/nlpxucan/evol-instruct, evol_instruct_70k, wizardlm-evol_instruct | machine | gpt-3.5-turbo | 2023-04 | dpi | arxiv:2304.12244
  Alpaca's instructions made harder step by step by a model, and answered by it
WizardLM/WizardLM_evol_instruct_V2_196k, WizardLMTeam/WizardLM_evol_instruct_V2_196k, WizardLM_evol_instruct_V2_196k | machine | gpt-3.5-turbo | 2023-06 | known | arxiv:2304.12244
  instructions of Alpaca and ShareGPT evolved and answered by a model
teknium/GPTeacher-General-Instruct, github.com/teknium1/GPTeacher, GPTeacher | machine | gpt-4 | 2023-03 | dpi list | https://github.com/teknium1/GPTeacher
  instructions, role play and code by GPT-4
jondurbin/airoboros-gpt4, jondurbin/airoboros-gpt4-1.4.1, jondurbin/airoboros-2.1, jondurbin/airoboros-2.2, jondurbin/airoboros-2.2.1, jondurbin/airoboros-3.1, jondurbin/airoboros-3.2, airoboros | machine | gpt-4, gpt-3.5-turbo | 2023-05 | dpi | hf
  instructions and answers by self-instruct with GPT models
totally-not-an-llm/EverythingLM-data, totally-not-an-llm/EverythingLM-data-V2, totally-not-an-llm/EverythingLM-data-V3, EverythingLM | machine | gpt-4 | 2023-08 | dpi | hf
  instructions and answers by GPT-4
knowrohit07/know_logic, know_logic | machine | gpt-4 | 2023-09 | dpi | hf
  logic questions and answers by GPT-4
teknium/openhermes, teknium/OpenHermes-2.5, OpenHermes-2.5, OpenHermes, openhermes-100k | some | gpt-4 | 2023-09 | public | hf
  a mixture of mostly GPT-4 text, as its author says
Open-Orca/OpenOrca, Open-Orca/1million-gpt-4, OpenOrca, Open Orca niv, Open Orca t0, Open Orca cot, Open Orca flan | mixed | gpt-4, gpt-3.5-turbo | 2023-06 | dpi public | arxiv:2306.02707
  questions of the FLAN collection, answered with explanations by GPT-4 and GPT-3.5
Open-Orca/SlimOrca, Open-Orca/SlimOrca-Dedup, SlimOrca, SlimOrca-Dedup | mixed | gpt-4 | 2023-10 | public | hf
  the part of OpenOrca answered by GPT-4
cognitivecomputations/dolphin, ehartford/dolphin | mixed | gpt-4, gpt-3.5-turbo | 2023-07 | known | hf
  questions of FLAN, answered by GPT-4 and GPT-3.5
MBZUAI/LaMini-instruction, LaMini-instruction | machine | gpt-3.5-turbo | 2023-04 | card | arxiv:2304.14402
  2.58 million instructions and answers by a model
akoksal/LongForm, LongForm | mixed | text-davinci-003 | 2023-04 | known | arxiv:2304.08460
  documents by people, each with an instruction that a model wrote for it
garage-bAInd/Open-Platypus, Open-Platypus | some | gpt-4 | 2023-08 | known | arxiv:2308.07317
  questions for science and logic, some of whose answers a model wrote
LDJnr/Capybara, capybara-Dove, capybara-Airoboros, capybara-Know-Logic, capybara-EverythingLM, capybara-GPT4LLM | mixed | gpt-4 | 2023-12 | dpi | hf
  conversations that a model grew out of seed questions
hkust-nlp/deita-10k-v0, hkust-nlp/deita-6k-v0, HuggingFaceH4/deita-10k-v0-sft, deita-10k | mixed | gpt-3.5-turbo | 2023-12 | dpi | arxiv:2312.15685
  picked from ShareGPT, UltraChat and WizardLM
ConiferLM/Conifer | mixed | gpt-4 | 2024-04 | dpi | arxiv:2404.02823
  instructions with many constraints by GPT-4, from ShareGPT queries
THUDM/LongAlign-10k, zai-org/LongAlign-10k, LongAlign-10k | mixed | claude-2.1, gpt-4 | 2024-01 | dpi | arxiv:2401.18058
  long documents with tasks and answers by a model
THUDM/LongWriter-6k, zai-org/LongWriter-6k, LongWriter-6k | mixed | gpt-4o | 2024-08 | known | arxiv:2408.07055
  very long answers by GPT-4o
BAAI/Infinity-Instruct, Infinity-Instruct | some | gpt-4 | 2024-06 | known | hf
  open instruction sets, and more that models evolved from them
Magpie-Align/Magpie-Pro-300K-Filtered, Magpie-Align/Magpie-Pro-1M-v0.1, Magpie-Align/Magpie-Pro-MT-300K-v0.1, Magpie-Pro-300K-Filtered, Magpie-Pro | machine | meta-llama/Meta-Llama-3-70B-Instruct | 2024-06 | dpi | arxiv:2406.08464
  prompts and answers drawn from a chat model by its template alone
Magpie-Align/Magpie-Air-300K-Filtered, Magpie-Align/Magpie-Air-3M-v0.1, Magpie-Align/Magpie-Air-MT-300K-v0.1 | machine | meta-llama/Meta-Llama-3-8B-Instruct | 2024-06 | known | arxiv:2406.08464
  prompts and answers drawn from a chat model by its template alone
argilla/magpie-ultra-v0.1, argilla/magpie-ultra-v1.0, smol-magpie-ultra | machine | meta-llama/Llama-3.1-405B-Instruct | 2024-08 | known | hf
  prompts and answers drawn from a chat model by its template alone
argilla/ifeval-like-data, ifeval-like-data | machine | Qwen/Qwen2.5-72B-Instruct | 2024-10 | list | hf
  tasks with checkable constraints, written and answered by a model
Post-training-Data-Flywheel/AutoIF-instruct-61k, Post-training-Data-Flywheel/AutoIF-instruct-61k-with-funcs, AutoIF-instruct-61k | machine | gpt-4o-mini | 2024-10 | list | hf
  tasks with checkable constraints, written and answered by a model
HuggingFaceTB/smoltalk, HuggingFaceTB/smol-smoltalk, smoltalk, smol-smoltalk | mixed | meta-llama/Llama-3.1-405B-Instruct | 2024-11 | card | hf
  its card calls it a synthetic dataset for supervised fine-tuning
HuggingFaceTB/smoltalk#smol-constraints, HuggingFaceTB/smoltalk#smol-rewrite, HuggingFaceTB/smoltalk#smol-summarize, smol-constraints, smol-rewrite, smol-summarize, smol-summarization | mixed | Qwen/Qwen2.5-72B-Instruct | 2024-11 | card | https://huggingface.co/datasets/HuggingFaceTB/smoltalk
  new datasets of SmolTalk, generated by a model
HuggingFaceTB/smoltalk2, smoltalk2 | mixed | Qwen/Qwen3-32B | 2025-07 | list | hf
  conversations with and without reasoning traces of models
HuggingFaceTB/everyday-conversations-llama3.1-2k, everyday-conversations | machine | meta-llama/Llama-3.1-70B-Instruct | 2024-08 | known | hf
  short conversations by a model
microsoft/orca-agentinstruct-1M-v1, mlabonne/orca-agentinstruct-1M-v1-cleaned, orca-agentinstruct-1M-v1 | machine | gpt-4 | 2024-11 | list | arxiv:2407.03502
  instructions and answers by agents, seeded with text from the web
proj-persona/PersonaHub, PersonaHub | machine | gpt-4o | 2024-06 | known | arxiv:2406.20094
  personas, and the tasks and texts that models wrote in their place
argilla/FinePersonas-v0.1, FinePersonas | machine | meta-llama/Llama-3.1-70B-Instruct | 2024-09 | known | hf
  personas that a model described after reading web pages
allenai/tulu-3-sft-mixture, allenai/tulu-3-sft-olmo-2-mixture, allenai/tulu-3-sft-olmo-2-mixture-0225, tulu-3-sft-mixture | some | gpt-4o | 2024-11 | list | arxiv:2411.15124
  persona-driven tasks by models and chats with them, next to what people wrote
allenai/tulu-3-sft-personas-math, allenai/tulu-3-sft-personas-math-grade, allenai/tulu-3-sft-personas-algebra, allenai/tulu-3-sft-personas-code, allenai/tulu-3-sft-personas-instruction-following, allenai/tulu-3-pref-personas-instruction-following, ai2-adapt-dev/personahub_math_v5_regen_149960, ai2-adapt-dev/personahub_code_v2_34999, ai2-adapt-dev/personahub_ifdata_manual_seed_v3_29980, ai2-adapt-dev/tulu_v3.9_personahub_math_interm_algebra_20k | machine | gpt-4o, claude-3-5-sonnet | 2024-11 | list public | arxiv:2411.15124
  tasks that models wrote for given personas, with their answers
ai2-adapt-dev/evol_codealpaca_heval_decontaminated | machine | gpt-4 | 2024-11 | known | arxiv:2411.15124
  evolved programming tasks of evol-codealpaca-v1
ai2-adapt-dev/numinamath_tir_math_decontaminated, ai2-adapt-dev/tulu_v3.9_open_math_2_gsm8k_50k | mixed | - | 2024-11 | known | arxiv:2411.15124
  mathematical problems with solutions by a model
ai2-adapt-dev/tulu_v3.9_wildchat_100k | mixed | gpt-4, gpt-3.5-turbo | 2024-11 | public | arxiv:2411.15124
  conversations of WildChat
allenai/tulu-v1-sft-mixture, allenai/tulu-v2-sft-mixture, tulu-v2-sft-mixture | some | gpt-4, gpt-3.5-turbo | 2023-11 | known | arxiv:2311.10702
  a mixture in which ShareGPT, Alpaca and Orca stand next to what people wrote
FuseAI/FuseChat-Mixture, FuseChat-Mixture | some | - | 2024-02 | list | arxiv:2402.16107
  samples by people and by models
mlabonne/open-perfectblend, open-perfectblend | some | - | 2024-10 | list | arxiv:2409.20370
  chat, mathematics and code of open sets, mostly answered by models
laion/OIG | some | - | 2023-03 | known | https://laion.ai/blog/oig-dataset/
  instructions made from open data, a part of them by models
CohereForAI/aya_collection, CohereLabs/aya_collection, aya_collection | some | facebook/nllb-200-3.3B | 2024-02 | known | arxiv:2402.06619
  instructions by people and templates, a part of them translated by machine
ServiceNow-AI/M2Lingual, M2Lingual | mixed | gpt-4 | 2024-06 | list | arxiv:2406.16783
  instructions evolved by GPT-4 from seeds by people, in 70 languages
BelleGroup/train_0.5M_CN, BelleGroup/train_1M_CN, BelleGroup/train_2M_CN, BelleGroup/multiturn_chat_0.8M, BelleGroup/school_math_0.25M, github.com/LianjiaTech/BELLE | machine | gpt-3.5-turbo, text-davinci-003 | 2023-03 | known | arxiv:2303.14742
  instructions, chats and school mathematics in Chinese by models
fnlp/moss-002-sft-data, OpenMOSS-Team/moss-002-sft-data, moss-002-sft-data | machine | text-davinci-003 | 2023-04 | card | https://github.com/OpenMOSS/MOSS
  conversations in English and Chinese by a model
fnlp/moss-003-sft-data, OpenMOSS-Team/moss-003-sft-data, YeungNLP/moss-003-sft-data, moss-003-sft-data | mixed | gpt-3.5-turbo | 2023-04 | card | https://github.com/OpenMOSS/MOSS
  conversations that a model wrote from what users had asked
casey-martin/MedInstruct, github.com/XZhang97666/AlpaCare, MedInstruct-52k, medinstruct | machine | gpt-4, gpt-3.5-turbo | 2023-10 | dpi | arxiv:2310.14558
  medical tasks by GPT-4, answered by GPT-3.5
FreedomIntelligence/HuatuoGPT-sft-data-v1 | some | gpt-3.5-turbo | 2023-05 | known | arxiv:2305.15075
  medical answers by doctors, and others by ChatGPT
Dahoas/synthetic-instruct-gptj-pairwise, Dahoas/instruct-synthetic-prompt-responses | machine | - | 2022-12 | known | hf
  prompts and answers by models, named so by its author
`;
