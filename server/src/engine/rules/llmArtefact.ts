import { type ArtefactPattern, findArtefacts } from '../synthetic/matchArtefacts';
import { type Problem, recordRule, type Severity } from './rule';

interface Data {
  pattern: ArtefactPattern;
  why: 'leftover' | 'mentioned' | 'subject' | 'template' | 'declared';
  /** How many more of the pattern the text has after this one, the last that is reported. */
  more?: number;
}

/** Findings of one pattern in one text: a text of nothing but tokens must not bury all others. */
const MOST = 20;

export const llmArtefact = recordRule<Data>({
  id: 'llm-artefact',
  title: 'Leftover of a language model',
  severity: 'warning',
  what: 'Character sequences that only a language model or its interface leaves in text: vendor citation marks, chat template tokens, "as an AI language model", knowledge cut-off phrases, unfilled placeholders. Each has a name and the date it was last confirmed. Of one kind, the first 20 in a text are reported.',
  why: 'It is the plainest sign of machine text that nobody labelled, and a fault in training text even where it is labelled.',
  fix: 'None that changes text. The record can be marked as synthetic, mixed or human by a person.',
  falsePositives:
    'Text about language models quotes such phrases: inside quotation marks and code, in datasets that are about model text, and where the template tokens are the notation of the whole file, the finding is a hint. Placeholders also stand in letter templates written by people.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "The tower is 300 m high. :contentReference[oaicite:0]{index=0}", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
    valid:
      '{"text": "The tower is 300 m high.", "source": "a", "license": "MIT", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Wikipedia: signs of AI writing', 'Measured precision by pattern: docs/artefacts.md'],
  check: ({ texts, provenance }, { facts, inputs }) => {
    const machine = provenance.originClass === 'machine' || provenance.originClass === 'mixed';
    const whyOf = (pattern: ArtefactPattern, mentioned: boolean): Data['why'] => {
      if (mentioned) return 'mentioned';
      if (facts.templated && pattern.kind === 'chat-template') return 'template';
      if (inputs.aboutModelText) return 'subject';
      return machine ? 'declared' : 'leftover';
    };
    return texts.flatMap(({ text, locate }) => {
      const problems: Problem<Data>[] = [];
      const seen = new Map<ArtefactPattern, { count: number; last: Data }>();
      for (const { pattern, start, end, mentioned } of findArtefacts(text)) {
        const before = seen.get(pattern);
        if (before && before.count >= MOST) {
          before.last.more = (before.last.more ?? 0) + 1;
          continue;
        }
        const data: Data = { pattern, why: whyOf(pattern, mentioned) };
        seen.set(pattern, { count: (before?.count ?? 0) + 1, last: data });
        problems.push({ ...locate(start, end), data, severity: severityOf(pattern, data.why) });
      }
      return problems;
    });
  },
  message: ({ pattern, why, more }) => {
    const base = `${pattern.title}: a leftover of a language model (${pattern.id}, as of ${pattern.asOf})`;
    return `${base}${REASONS[why]}${more ? `, and ${more} more in this text` : ''}.`;
  },
  fixes: ({ data }, { provenance }, _context) => {
    if (data.why !== 'leftover' || provenance.originClass === 'machine') return [];
    return [
      {
        title: 'Mark the record as synthetic',
        safety: 'unsafe',
        change: { kind: 'provenance', patch: { digital_source_type: 'trainedAlgorithmicMedia' } },
      },
      {
        title: 'Mark the record as mixed (human and machine)',
        safety: 'unsafe',
        change: { kind: 'provenance', patch: { digital_source_type: 'compositeSynthetic' } },
      },
    ];
  },
});

const REASONS: Record<Data['why'], string> = {
  leftover: '',
  mentioned: '; it seems to be quoted here',
  subject: '; this dataset is about such text',
  template: '; the whole file is written with such tokens',
  declared: '; the record is declared machine-made',
};

function severityOf({ tier }: ArtefactPattern, why: Data['why']): Severity {
  if (why === 'mentioned' || why === 'subject' || why === 'template') return 'hint';
  if (why === 'declared') return 'information';
  return tier === 'A' ? 'warning' : 'information';
}
