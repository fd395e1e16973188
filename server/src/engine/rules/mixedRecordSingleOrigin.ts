import type { FileContext } from '../context';
import { readOrigin } from '../provenance/vocabulary';
import { writeProvenance } from '../provenance/write';
import { type Fix, recordRule, type Subject } from './rule';
import { tagTurns, turnsOf } from './turns';

type Data = 'conversation' | 'instruction';

const MACHINE = 'trainedAlgorithmicMedia';
const MIXED = 'compositeSynthetic';

/** Shapes of an instruction and its answer, which as a rule have different authors. */
const INSTRUCTION_SHAPES = new Set([
  'self-instruct-seed',
  'dolly',
  'alpaca',
  'instruction-response',
  'query-response',
  'openai-prompt-completion',
  'prompt-completion',
  'prompt-response',
  'helpsteer',
]);
const INSTRUCTIONS = new Set(['instruction', 'Instruction', 'query', 'prompt', 'question', 'input', 'context']);

export const mixedRecordSingleOrigin = recordRule<Data>({
  id: 'mixed-record-single-origin',
  title: 'One origin for a prompt and its answer',
  severity: 'information',
  what: 'A conversation, or an instruction with its answer, whose record says `trainedAlgorithmicMedia` of all of it, while no turn and no column says anything of the user’s part.',
  why: 'Where people wrote the prompts, IPTC has `compositeSynthetic` for the whole: a filter for human text, and one for machine text, both get it wrong otherwise.',
  fix: 'Marks the record as mixed, in a conversation also turn by turn; or says of the user’s turns that they are synthetic too. A person chooses.',
  falsePositives:
    'Datasets whose prompts a model wrote as well (Self-Instruct, UltraChat): say so of the user’s turns, or of the column in a Croissant description or data package, or turn the rule off.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"messages": [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Hello."}], "provenance": {"digital_source_type": "trainedAlgorithmicMedia", "generator": "org/model", "source": "a", "license": "MIT"}}\n',
    valid:
      '{"messages": [{"role": "user", "content": "Hello?"}, {"role": "assistant", "content": "Hello."}], "provenance": {"digital_source_type": "compositeSynthetic", "generator": "org/model", "source": "a", "license": "MIT"}}\n',
  },
  references: ['IPTC Digital Source Type NewsCodes: compositeSynthetic'],
  check: (subject, context) => {
    const value = machineClaim(subject);
    const data = value && userPart(subject, context);
    return data ? [{ start: value.start, end: value.end, data }] : [];
  },
  message: (data) =>
    data === 'conversation'
      ? `All of this conversation is declared ${MACHINE}, the user's turns with it: it is ${MIXED} where people wrote those.`
      : `The instruction is declared ${MACHINE} together with its answer: the record is ${MIXED} where people wrote it.`,
  fixes: ({ data }, subject, context) => {
    const patch = { digital_source_type: MIXED };
    const mixed: Fix = {
      title: 'Mark as mixed (human and machine)',
      safety: 'unsafe',
      change: { kind: 'provenance', patch },
    };
    const { record } = subject;
    const edits = writeProvenance(record, patch, context.facts);
    if (data !== 'conversation' || !edits || context.facts.shape.placement === 'none') return [mixed];
    const turns = turnsOf(record, context).filter(({ origin }) => !origin);
    const like = turnsOf(record, context).find(({ origin }) => origin);
    const users = turns.filter(({ speaker }) => speaker === 'user');
    const answers = turns.filter(({ speaker }) => speaker === 'assistant');
    const tag = (which: typeof turns, origin: string) => tagTurns(which, origin, record, context, like);
    return [
      mixed,
      {
        title: 'Mark as mixed, its answers as synthetic and its prompts as unknown',
        safety: 'unsafe',
        change: { kind: 'edits', edits: [...edits, ...tag(answers, MACHINE), ...tag(users, 'noAssertion')] },
      },
      {
        title: 'Say that its prompts are synthetic too',
        safety: 'unsafe',
        change: { kind: 'edits', edits: tag(users, MACHINE) },
      },
    ];
  },
});

/** The value with which the record itself says that a model wrote all of it. */
function machineClaim({ provenance }: Subject) {
  const origin = provenance.get('digital_source_type');
  if (origin?.own?.by !== 'canonical' || typeof origin.value !== 'string') return undefined;
  const reading = readOrigin(origin.value);
  return reading.kind !== 'unknown' && reading.type.code === MACHINE ? origin.own.value : undefined;
}

/** What the record has of a user of whom nothing else is said. */
function userPart({ record, texts }: Subject, context: FileContext): Data | undefined {
  const turns = turnsOf(record, context);
  if (turns.length > 0) {
    const answered = turns.some(({ speaker }) => speaker === 'assistant');
    return answered && turns.some(({ speaker, origin }) => speaker === 'user' && !origin) ? 'conversation' : undefined;
  }
  if (!INSTRUCTION_SHAPES.has(context.facts.shape.id)) return undefined;
  const filled = texts.filter(({ text }) => text.trim() !== '');
  const instruction = filled.filter(({ path }) => INSTRUCTIONS.has(path));
  const declared = context.inputs.inheritedByColumn.some(({ column }) => INSTRUCTIONS.has(column));
  const answered = filled.length > instruction.length;
  return answered && instruction.length > 0 && !declared ? 'instruction' : undefined;
}
