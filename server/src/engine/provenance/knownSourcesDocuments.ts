/** Texts to pretrain on, and sets for detecting machine text. Two lines an entry, as `knownSourcesTable.ts` explains. */
export const documentSources = `
HuggingFaceTB/cosmopedia, HuggingFaceTB/cosmopedia-100k, HuggingFaceTB/cosmopedia-20k, cosmopedia, cosmopedia-100k | machine | mistralai/Mixtral-8x7B-Instruct-v0.1 | 2024-02 | public | hf
  synthetic textbooks, blog posts and stories by a model
HuggingFaceTB/smollm-corpus#cosmopedia-v2, HuggingFaceTB/cosmopedia-v2, cosmopedia-v2 | machine | mistralai/Mixtral-8x7B-Instruct-v0.1 | 2024-07 | public | https://huggingface.co/blog/smollm
  synthetic textbooks and stories by a model
HuggingFaceTB/smollm-corpus, !HuggingFaceTB/smollm-corpus#fineweb-edu-dedup, !HuggingFaceTB/smollm-corpus#python-edu | some | mistralai/Mixtral-8x7B-Instruct-v0.1 | 2024-07 | public | https://huggingface.co/blog/smollm
  one of its three parts, Cosmopedia v2, is by a model
opencsg/chinese-cosmopedia, chinese-cosmopedia | machine | OpenCSG-Wukong-Enterprise-Long | 2024-09 | known | arxiv:2501.08197
  synthetic textbooks and stories in Chinese by a model
roneneldan/TinyStories, roneneldan/TinyStoriesInstruct, TinyStories, TinyStoriesInstruct | machine | gpt-3.5-turbo, gpt-4 | 2023-05 | dpi | arxiv:2305.07759
  short stories in the words of a small child, by models
SimpleStories/SimpleStories, lennart-finke/SimpleStories, SimpleStories | machine | gpt-4o-mini | 2025-04 | known | arxiv:2504.09184
  stories in simple language by a model
nampdn-ai/tiny-textbooks, nampdn-ai/tiny-codes, tiny-textbooks, tiny-codes | machine | - | 2023-08 | known | hf
  synthetic textbooks and programs by models
PleIAs/SYNTH | machine | - | 2025-11 | known | hf
  texts and reasoning generated from encyclopedic articles
nvidia/Nemotron-CC, nvidia/Nemotron-CC-v2, Nemotron-CC, Nemotron-CC-v2 | some | mistralai/Mistral-Nemo-Instruct-2407 | 2024-12 | known | arxiv:2412.02595
  web pages, about a third of the tokens of which a model rephrased
nvidia/Nemotron-MIND, Nemotron-MIND | mixed | nvidia/Nemotron-4-340B-Instruct | 2024-10 | known | arxiv:2410.12881
  web pages on mathematics, turned into dialogues by a model
LLM360/MegaMath, !LLM360/MegaMath#megamath-web, !LLM360/MegaMath#megamath-web-pro, !LLM360/MegaMath#megamath-code | some | - | 2025-04 | known | arxiv:2504.02807
  mathematics from the web and from code, and synthetic parts by models
allenai/dolmino-mix-1124, !allenai/dolmino-mix-1124#dclm, !allenai/dolmino-mix-1124#pes2o, !allenai/dolmino-mix-1124#wiki, !allenai/dolmino-mix-1124#stackexchange, !allenai/dolmino-mix-1124#flan, dolmino-mix-1124 | some | - | 2024-11 | known | arxiv:2501.00656
  the part on mathematics is mostly synthetic
ai4privacy/pii-masking-43k, ai4privacy/pii-masking-65k, ai4privacy/pii-masking-200k, ai4privacy/pii-masking-300k, ai4privacy/pii-masking-400k, pii-masking-200k, pii-masking-300k | mixed | - | 2023-10 | dpi | hf
  synthetic texts with synthetic personal data, checked by people
skg/toxigen-data, toxigen/toxigen-data, github.com/microsoft/TOXIGEN, ToxiGen | machine | gpt-3 | 2022-03 | public | arxiv:2203.09509
  toxic and harmless statements about groups of people by a model
cmu-lti/cobracorpus, cobracorpus | mixed | text-davinci-003 | 2023-06 | dpi | arxiv:2306.01985
  statements of ToxiGen, explained by a model
Hello-SimpleAI/HC3, Hello-SimpleAI/HC3-Chinese, github.com/Hello-SimpleAI/chatgpt-comparison-detection, HC3-Chinese | mixed | gpt-3.5-turbo | 2023-01 | list | arxiv:2301.07597
  questions with answers by people and by ChatGPT
liamdugan/raid, github.com/liamdugan/raid | some | - | 2024-05 | card | arxiv:2405.07940
  documents by people, and by eleven models
yaful/MAGE, github.com/yafuly/MAGE | some | - | 2023-05 | known | arxiv:2305.13242
  texts by people and by 27 models
github.com/mbzuai-nlp/M4 | some | - | 2023-05 | known | arxiv:2305.14902
  texts by people and by models in several languages
aadityaubhat/GPT-wiki-intro, GPT-wiki-intro | mixed | text-curie-001 | 2023-01 | known | hf
  introductions of Wikipedia pages, each next to one by a model
`;
