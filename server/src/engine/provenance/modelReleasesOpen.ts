/** Models with open weights from Europe, America and the Gulf. Written as `modelReleasesTable.ts` explains. */
export const openReleases = `
# Meta | - | https://github.com/meta-llama/llama-models
blenderbot 2020-04-29 -
opt 2022-05-02 h
nllb 2022-07-06 -
blenderbot-3 2022-08-05 -
galactica 2022-11-15 hw
opt-iml 2022-12-22 h
llama 2023-02-24 hwl
llama-2 2023-07-18 howl
code-llama, codellama 2023-08-24 o
llama-guard 2023-12-07 h
llama-3 2024-04-18 hol
llama-guard-2 2024-04-18 h
chameleon 2024-05-16 -
llama-3.1 2024-07-23 rwl
llama-guard-3 2024-07-23 -
llama-3.2 2024-09-25 orl
llama-3.3 2024-12-06 or
llama-4 2025-04-05 rwl
muse-spark 2026-04-08 m
# Mistral AI | yymm | https://docs.mistral.ai/getting-started/models/
mistral, mistral-7b, open-mistral-7b, mistral-tiny 2023-09-27 howl
mixtral, mixtral-8x7b, open-mixtral-8x7b 2023-12-08 hw
mistral-7b-instruct-v0.2, mistral-small, mistral-medium 2023-12-11 h
mistral-large 2024-02-26 m
mixtral-8x22b, open-mixtral-8x22b 2024-04-10 hw
mistral-7b-v0.3, mistral-7b-instruct-v0.3 2024-05-22 h
codestral 2024-05-29 m
mathstral, codestral-mamba, mamba-codestral 2024-07 p
mistral-nemo, open-mistral-nemo 2024-07-18 o
mistral-large-2 2024-07-24 ld
pixtral, pixtral-12b 2024-09-11 -
ministral, ministral-3b, ministral-8b 2024-10-16 md
pixtral-large 2024-11 mw
mistral-small-3 2025-01-30 o
mistral-saba 2025-02-17 -
mistral-small-3.1 2025-03-17 m
mistral-medium-3 2025-05-07 m
devstral 2025-05 m
magistral 2025-06-10 m
mistral-small-3.2 2025-06-20 m
voxtral 2025-07 d
mistral-medium-3.1 2025-08 d
mistral-large-3, ministral-3 2025-12-02 m
devstral-2 2025-12-09 m
mistral-small-4 2026-03-16 m
mistral-medium-3.5 2026-04-29 m
# Microsoft | - | https://www.microsoft.com/en-us/research/
dialogpt 2019-11-01 -
phi-1 2023-06 p
orca 2023-06 -
phi-1.5 2023-09 p
orca-2 2023-11-20 -
phi-2 2023-12-12 owe
phi-3, phi-3-mini 2024-04-23 ow
phi-3.5 2024-08 p
phi-4 2024-12 p
phi-4-mini, phi-4-multimodal 2025-02 p
phi-4-reasoning, phi-4-mini-reasoning 2025-04-30 -
# WizardLM | - | https://github.com/nlpxucan/WizardLM
wizardlm 2023-04-24 -
wizardcoder 2023-06-14 -
wizardmath 2023-08-11 -
wizardlm-2 2024-04-15 -
# NVIDIA | - | https://huggingface.co/nvidia
nemotron-3-8b, nemotron-3-22b 2023-11-15 -
nemotron-4 2024-02 -
nemotron-4-340b 2024-06 w
nemotron-mini, mistral-nemo-minitron 2024-08-21 m
llama-3.1-nemotron 2024-09-23 -
llama-3.1-nemotron-70b 2024-10-01 -
nemotron-nano, nemotron-super, llama-3.1-nemotron-nano, llama-3.3-nemotron-super 2025-03-18 -
nemotron-ultra, llama-3.1-nemotron-ultra 2025-04-07 m
llama-3.3-nemotron-super-49b-v1.5 2025-07-25 m
nemotron-nano-9b-v2, nemotron-nano-12b-v2 2025-08-18 m
nemotron-3-nano 2025-12-15 m
nemotron-3-super 2026-03-11 m
nemotron-3-ultra 2026-06-04 m
# Technology Innovation Institute | - | https://falconllm.tii.ae/
falcon-7b, falcon-40b, falcon-1b 2023-03-15 hw
falcon-180b 2023-09-06 -
falcon-2, falcon-11b 2024-05-13 o
falcon-mamba 2024-08-12 -
falcon-3 2024-12-17 -
falcon-h1 2025-05-20 -
# BigScience | - | https://huggingface.co/bigscience
t0, t0pp 2021-10-15 h
bloom 2022-06-28 h
bloomz, mt0 2022-11-03 h
# EleutherAI | - | https://www.eleuther.ai/
gpt-neo 2021-03 w
gpt-j 2021-06-04 hw
gpt-neox 2022-02-02 hw
pythia 2023-02-13 h
llemma 2023-10-16 -
# Databricks and MosaicML | - | https://www.databricks.com/blog
dolly, dolly-v1 2023-03-24 -
dolly-v2 2023-04-12 he
mpt, mpt-7b 2023-05-05 hoe
mpt-30b 2023-06-22 hoe
dbrx 2024-03-27 howl
# IBM | - | https://www.ibm.com/granite
granite-13b 2023-09-07 -
granite-3b-code, granite-8b-code, granite-20b-code, granite-34b-code 2024-05 w
granite-3.0 2024-10-21 -
granite-3.1 2024-12-18 -
granite-3.2 2025-02-26 -
granite-3.3 2025-04-16 -
granite-4.0, granite-4 2025-10-02 m
# Allen Institute for AI | - | https://allenai.org/olmo
tulu, tulu-v1 2023-06-07 -
tulu-2, tulu-v2 2023-11-17 -
olmo 2024-02-01 hoe
olmo-1.7 2024-04-17 h
olmoe 2024-09-03 -
molmo 2024-09-25 -
tulu-3, llama-3.1-tulu-3 2024-11-21 -
olmo-2 2024-11-26 o
olmo-2-0325-32b 2025-03-13 o
olmo-3 2025-11-20 -
# Apple | - | https://machinelearning.apple.com/
openelm 2024-04-22 -
# Stability AI | - | https://stability.ai/news
stablelm, stablelm-base-alpha, stablelm-tuned-alpha 2023-04-20 hoe
stablebeluga, freewilly 2023-07-21 -
stablelm-3b-4e1t 2023-09-29 -
stablelm-zephyr 2023-12-07 -
stable-code 2024-01-16 -
stablelm-2, stable-lm-2 2024-01-19 -
# Hugging Face and BigCode | - | https://huggingface.co/blog
santacoder 2022-12-22 -
starcoder 2023-05-04 e
starchat 2023-05 e
idefics 2023-08-22 h
zephyr 2023-10-10 -
starcoder2 2024-02-28 -
idefics2 2024-04-15 h
smollm 2024-07-16 -
smollm2 2024-10-31 -
smollm3 2025-07-08 -
# Stanford | - | https://crfm.stanford.edu/
alpaca 2023-03-13 h
# LMSYS and Berkeley | - | https://lmsys.org/blog/
vicuna 2023-03-30 -
koala 2023-04-03 -
fastchat-t5 2023-04 e
starling-lm 2023-11-25 -
# Nomic AI | - | https://www.nomic.ai/gpt4all
gpt4all 2023-03-28 -
# Open Assistant | - | https://github.com/LAION-AI/Open-Assistant
oasst-sft, openassistant 2023-03 we
# Together | - | https://www.together.ai/blog
gpt-jt 2022-11-29 h
gpt-neoxt-chat-base 2023-03-08 h
redpajama-incite 2023-05-05 hoe
# Nous Research and Teknium | - | https://nousresearch.com/
nous-hermes 2023-06-02 -
openhermes 2023-09 e
openhermes-2, openhermes-2.5 2023-10 -
nous-hermes-2 2023-11-02 -
hermes-2-pro 2024-03-13 -
hermes-3 2024-08-14 -
hermes-4 2025-08-26 -
# OpenChat | - | https://github.com/imoneoi/openchat
openchat 2023-07-01 -
openchat-3.5 2023-11-01 -
# Other laboratories | - | https://huggingface.co/models
rwkv 2021-08 e
codegen 2022-03-25 h
yalm 2022-06 w
cerebras-gpt 2023-03 we
guanaco 2023-03 -
open-llama, openllama 2023-05 e
h2ogpt 2023-05 e
xgen 2023-06-28 -
jais 2023-08-30 -
tinyllama 2023-09 -
llava 2023-04-17 -
llava-1.5, llava-v1.5 2023-10-05 h
meditron 2023-11-27 h
biomistral 2024-02-15 h
snowflake-arctic, arctic-instruct 2024-04-24 h
intellect-1 2024-11 p
intellect-2 2025-05 p
apertus 2025-09-02 o
`;
