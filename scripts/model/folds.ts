/**
 * Which corpora are held out together. A corpus is never split; those that share prompts or a register are spread, so
 * that each fold leaves the others with essays, stories, answers and reports to learn from.
 */
const folds: readonly (readonly string[])[] = [
  [
    'ArguGPT',
    'h_recipes',
    'speechmap',
    '20-newsgroups_text-classification',
    'scitldr',
    'h_medical_forum',
    'EQ-Bench',
    'h_masc',
  ],
  [
    'AuthentiCheck',
    'pm_llm_answers',
    'digitalgov.gov',
    'h_poetry',
    'h_textbook_openstax',
    'confab_answers',
    'h_news_abc2006',
  ],
  ['OUTFOX', 'alpaca_eval', '18f.gsa.gov', 'MedQuAD', 'h_reviews_nltk', 'deep_research_reports', 'h_company_blogs'],
  [
    'DetectRL',
    'eqbench_fiction_2025',
    'h_counsel_answers',
    'h_brown1961',
    'h_wikitext2',
    'automated-ML-scoring-versus-generation',
    'deep_research_arena',
  ],
  [
    'BiScope',
    'ChatGPT-Detection-PR-HPPT',
    'arena-hard-auto',
    'self-instruct',
    'h_tech_tutorials',
    'BBC-Dataset-News-Classification',
  ],
];

/** How many folds there are. */
export const foldCount = folds.length;

/** Corpora nothing was tuned on: the recipe was chosen without them, and they are reported on apart. */
export const untouched: readonly string[] = [
  'Evade-GPT-Detector',
  'h_policy_corporate',
  'h_speeches',
  'hellobench',
  'short_answers_2026',
];

/** Fold of a corpus; a corpus named nowhere, as the untouched ones, belongs to none: -1. */
export function foldOf(corpus: string): number {
  return folds.findIndex((fold) => fold.includes(corpus));
}
