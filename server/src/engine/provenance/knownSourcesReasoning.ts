/** Mathematics, code, tools and reasoning traces. Two lines an entry, as `knownSourcesTable.ts` explains. */
export const reasoningSources = `
meta-math/MetaMathQA, meta-math/MetaMathQA-40K, MetaMathQA, metamathqa-50k | mixed | gpt-3.5-turbo | 2023-09 | dpi | arxiv:2309.12284
  problems of GSM8K and MATH rewritten and answered by a model
TIGER-Lab/MathInstruct, MathInstruct | some | gpt-4 | 2023-09 | known | arxiv:2309.05653
  13 sets of problems, several with solutions by GPT-4
TIGER-Lab/WebInstructSub, WebInstructSub | mixed | mistralai/Mixtral-8x22B-Instruct-v0.1, Qwen/Qwen1.5-72B-Chat | 2024-05 | known | arxiv:2405.03548
  questions found on the web, with answers refined by models
microsoft/orca-math-word-problems-200k, orca-math-word-problems-200k, Orca-Math | machine | gpt-4-turbo | 2024-02 | dpi list | arxiv:2402.14830
  school mathematics by agents of GPT-4 Turbo
nvidia/OpenMathInstruct-1, OpenMathInstruct-1, omi-1-math, omi-1-gsm | mixed | mistralai/Mixtral-8x7B-v0.1 | 2024-02 | dpi | arxiv:2402.10176
  problems of GSM8K and MATH, solved by a model
nvidia/OpenMathInstruct-2, OpenMathInstruct-2 | machine | meta-llama/Llama-3.1-405B-Instruct | 2024-10 | public | arxiv:2410.01560
  14 million problems and solutions by a model
nvidia/OpenMathReasoning, OpenMathReasoning | mixed | deepseek-ai/DeepSeek-R1, Qwen/QwQ-32B | 2025-04 | card | arxiv:2504.16891
  problems from forums, with millions of solutions by models
nvidia/OpenCodeReasoning, nvidia/OpenCodeReasoning-2, OpenCodeReasoning, OpenCodeReasoning-2 | mixed | deepseek-ai/DeepSeek-R1 | 2025-04 | public | arxiv:2504.01943
  competitive programming with reasoning and solutions by a model
nvidia/OpenCodeInstruct, OpenCodeInstruct | machine | Qwen/Qwen2.5-Coder-32B-Instruct | 2025-04 | known | arxiv:2504.04030
  five million programming tasks, solutions and tests by a model
nvidia/Llama-Nemotron-Post-Training-Dataset, nvidia/Llama-Nemotron-Post-Training-Dataset-v1, Llama-Nemotron-Post-Training-Dataset | mixed | deepseek-ai/DeepSeek-R1, meta-llama/Llama-3.3-70B-Instruct | 2025-03 | public | hf
  each row names the model that wrote its output in the column generator
nvidia/Nemotron-Post-Training-Dataset-v1, nvidia/Nemotron-Post-Training-Dataset-v2, Nemotron-Post-Training-Dataset-v1, Nemotron-Post-Training-Dataset-v2 | mixed | deepseek-ai/DeepSeek-R1-0528, Qwen/Qwen3-235B-A22B | 2025-07 | public list | hf
  outputs by models; each row names its own
AI-MO/NuminaMath-CoT, AI-MO/NuminaMath-TIR, NuminaMath-CoT, NuminaMath-TIR, numina-cot-100k | mixed | gpt-4 | 2024-07 | known | hf
  problems by people, with solutions that a model rewrote step by step
TinyGSM/TinyGSM, TinyGSM | machine | gpt-3.5-turbo | 2023-12 | known | arxiv:2312.09241
  school mathematics with solutions in Python by a model
gretelai/synthetic-gsm8k-reflection-405b, Synthetic-GSM8K-Reflection-405B | machine | meta-llama/Llama-3.1-405B-Instruct | 2024-09 | dpi | hf
  problems in the manner of GSM8K, with reflection, by a model
gretelai/synthetic_text_to_sql, gretel_text_to_sql, synthetic_text_to_sql | machine | Gretel Navigator | 2024-03 | dpi list | hf
  questions, schemas and queries by a model
kaist-ai/CoT-Collection, CoT-Collection | mixed | code-davinci-002 | 2023-05 | known | arxiv:2305.14045
  tasks of FLAN with reasoning by a model
open-thoughts/OpenThoughts-114k, open-thoughts/OpenThoughts2-1M, OpenThoughts-114k, OpenThoughts2-1M | mixed | deepseek-ai/DeepSeek-R1 | 2025-01 | card | https://www.open-thoughts.ai/
  its card calls it an open synthetic reasoning dataset
open-thoughts/OpenThoughts3-1.2M, OpenThoughts3-1.2M | mixed | Qwen/QwQ-32B | 2025-06 | list | arxiv:2506.04178
  questions with reasoning and answers by a model
open-r1/OpenR1-Math-220k, OpenR1-Math-220k | mixed | deepseek-ai/DeepSeek-R1 | 2025-02 | public | hf
  problems of NuminaMath 1.5 with two to four reasoning traces by a model
open-r1/Mixture-of-Thoughts, Mixture-of-Thoughts, open-r1/codeforces-cots | mixed | deepseek-ai/DeepSeek-R1 | 2025-05 | known | hf
  reasoning traces of a model
bespokelabs/Bespoke-Stratos-17k, HuggingFaceH4/Bespoke-Stratos-17k, Bespoke-Stratos-17k | mixed | deepseek-ai/DeepSeek-R1 | 2025-01 | public | hf
  questions with reasoning traces and answers by a model
NovaSky-AI/Sky-T1_data_17k, Sky-T1_data_17k | mixed | Qwen/QwQ-32B-Preview | 2025-01 | known | https://novasky-ai.github.io/posts/sky-t1/
  reasoning traces of a model
simplescaling/s1K, simplescaling/s1K_tokenized | mixed | gemini-2.0-flash-thinking-exp | 2025-01 | known | arxiv:2501.19393
  1,000 questions with reasoning by a model
simplescaling/s1K-1.1 | mixed | deepseek-ai/DeepSeek-R1 | 2025-02 | known | arxiv:2501.19393
  1,000 questions with reasoning by a model
cognitivecomputations/dolphin-r1, dolphin-r1 | mixed | deepseek-ai/DeepSeek-R1, gemini-2.0-flash-thinking-exp | 2025-01 | public | hf
  reasoning traces of models
ServiceNow-AI/R1-Distill-SFT, R1-Distill-SFT | mixed | deepseek-ai/DeepSeek-R1-Distill-Qwen-32B | 2025-01 | public | hf
  reasoning traces of a model
a-m-team/AM-DeepSeek-R1-Distilled-1.4M, AM-DeepSeek-R1-Distilled-1.4M | mixed | deepseek-ai/DeepSeek-R1 | 2025-03 | known | arxiv:2503.19633
  reasoning traces of models
a-m-team/AM-Thinking-v1-Distilled, AM-Thinking-v1-Distilled | mixed | a-m-team/AM-Thinking-v1, Qwen/Qwen3-235B-A22B | 2025-05 | list | arxiv:2505.14464
  checked answers distilled from models
alibaba-pai/OmniThought, alibaba-pai/OmniThought-0528, OmniThought, OmniThought-0528 | mixed | deepseek-ai/DeepSeek-R1, Qwen/QwQ-32B | 2025-05 | list | hf
  reasoning traces distilled from models
PrimeIntellect/SYNTHETIC-1, PrimeIntellect/SYNTHETIC-1-SFT-Data | mixed | deepseek-ai/DeepSeek-R1 | 2025-02 | card | hf
  two million reasoning traces of a model
FreedomIntelligence/medical-o1-reasoning-SFT, medical-o1-reasoning-SFT | mixed | gpt-4o | 2024-12 | known | arxiv:2412.18925
  medical problems with reasoning by a model
ise-uiuc/Magicoder-OSS-Instruct-75K, Magicoder-OSS-Instruct-75K | machine | gpt-3.5-turbo | 2023-12 | known | arxiv:2312.02120
  tasks and solutions by a model, inspired by snippets of open code
ise-uiuc/Magicoder-Evol-Instruct-110K, Magicoder-Evol-Instruct-110K | machine | gpt-4 | 2023-12 | known | arxiv:2312.02120
  evolved programming tasks and solutions by a model
theblackcat102/evol-codealpaca-v1, evol-codealpaca-v1 | machine | gpt-4 | 2023-07 | known | hf
  evolved programming tasks and solutions by GPT-4
m-a-p/CodeFeedback-Filtered-Instruction, CodeFeedback-Filtered-Instruction | mixed | - | 2024-02 | list | arxiv:2402.14658
  filtered from Magicoder, Evol-Instruct and ShareGPT
m-a-p/Code-Feedback | mixed | gpt-4, gpt-3.5-turbo | 2024-02 | known | arxiv:2402.14658
  programming conversations with models
bigcode/self-oss-instruct-sc2-exec-filter-50k, self-oss-instruct-sc2-exec-filter-50k, self-oss-instruct | machine | bigcode/starcoder2-15b | 2024-04 | known | hf
  tasks and solutions by the model that was then trained on them
codeparrot/self-instruct-starcoder, starcoder-self-instruct | machine | bigcode/starcoder | 2023-05 | dpi | hf
  programming tasks and solutions by a model
OpenCoder-LLM/opc-sft-stage1, OpenCoder-LLM/opc-sft-stage2, opc-sft-stage1, opc-sft-stage2 | machine | - | 2024-11 | known | arxiv:2411.04905
  programming tasks and solutions by models
microsoft/rStar-Coder, rStar-Coder | mixed | Qwen/QwQ-32B | 2025-05 | known | arxiv:2505.21297
  competition problems, more of them by a model, with reasoning by a model
glaiveai/glaive-code-assistant, glaiveai/glaive-code-assistant-v2, glaiveai/glaive-code-assistant-v3, glaive-code-assistant | machine | Glaive | 2023-09 | dpi | hf
  programming questions and answers by models of Glaive
glaiveai/glaive-function-calling, glaiveai/glaive-function-calling-v2, glaive-function-calling-v2 | machine | Glaive | 2023-08 | known | hf
  conversations with function calls by models of Glaive
Salesforce/xlam-function-calling-60k, xlam-function-calling-60k, apigen-80k | machine | deepseek-ai/DeepSeek-V2-Chat, mistralai/Mixtral-8x22B-Instruct-v0.1 | 2024-06 | list | arxiv:2406.18518
  function calls by models, checked by running them
Salesforce/APIGen-MT-5k, APIGen-MT-5k | machine | gpt-4o | 2025-04 | list | arxiv:2504.03601
  conversations between a simulated user and an agent
Team-ACE/ToolACE, ToolACE | machine | - | 2024-08 | list | arxiv:2409.00920
  conversations with function calls by agents
NousResearch/hermes-function-calling-v1, hermes-function-calling-v1 | machine | - | 2024-08 | known | hf
  function calls and structured output by models
github.com/OpenBMB/ToolBench, ToolBench | machine | gpt-3.5-turbo | 2023-07 | known | arxiv:2307.16789
  instructions and solution paths for web interfaces by ChatGPT
gorilla-llm/APIBench, APIBench | mixed | gpt-4 | 2023-05 | known | arxiv:2305.15334
  documentation of interfaces, with instructions by a model
THUDM/AgentInstruct, zai-org/AgentInstruct | mixed | gpt-4 | 2023-10 | known | arxiv:2310.12823
  trajectories of GPT-4 as an agent
SWE-bench/SWE-smith-trajectories | mixed | claude-3-7-sonnet | 2025-04 | known | arxiv:2504.21798
  trajectories of a model that repairs software
camel-ai/ai_society, camel-ai/code, camel-ai/ai_society_translated | machine | gpt-3.5-turbo | 2023-04 | known | arxiv:2303.17760
  role play between two models
camel-ai/math, camel-ai/physics, camel-ai/chemistry, camel-ai/biology | machine | gpt-4 | 2023-04 | known | arxiv:2303.17760
  problems and solutions by a model
tokyotech-llm/swallow-code, tokyotech-llm/swallow-code-v2, tokyotech-llm/swallow-math, swallow-code, swallow-math | mixed | meta-llama/Llama-3.3-70B-Instruct | 2025-05 | public | arxiv:2505.02881
  code and mathematics by people, rewritten by a model
eth-nlped/mathdial, github.com/eth-nlped/mathdial, mathdial | mixed | gpt-3.5-turbo | 2023-05 | dpi | arxiv:2305.14536
  teachers tutor a student that a model plays
openbmb/UltraInteract_sft, openbmb/UltraInteract_pair, UltraInteract | mixed | gpt-4, gpt-3.5-turbo | 2024-04 | known | arxiv:2404.02078
  problems with chains of reasoning by models
`;
