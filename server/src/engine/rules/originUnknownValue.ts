import { sayValue } from '../provenance/assertion';
import { digitalSourceTypes, type OriginReading, readOrigin, retiredOrigin } from '../provenance/vocabulary';
import { replaceValue } from '../provenance/write';
import { recordRule } from './rule';

interface Data {
  said: string;
  reading: OriginReading;
}

export const originUnknownValue = recordRule<Data>({
  id: 'origin-unknown-value',
  title: 'Origin is not a digital source type',
  severity: 'error',
  safeFixes: true,
  what: 'A `digital_source_type` that is no IPTC code, nor C2PA `trainedAlgorithmicData`, nor `noAssertion`. Common words (`human`, `synthetic`, `ai`) are understood and offered as codes. Codes that IPTC retired are the matter of `origin-retired-value`.',
  why: 'A private word for "machine" is not found by anyone who filters by the standard code.',
  fix: 'Replaces an understood word by its code (safe: the class of the origin stays as it was), or a misspelt code by the nearest one (a person decides).',
  falsePositives: 'None known.',
  examples: {
    file: 'data.jsonl',
    invalid:
      '{"text": "Hello.", "source": "a", "license": "MIT", "generator": "org/model", "digital_source_type": "synthetic"}\n',
    valid:
      '{"text": "Hello.", "source": "a", "license": "MIT", "generator": "org/model", "digital_source_type": "trainedAlgorithmicMedia"}\n',
  },
  references: ['IPTC Digital Source Type NewsCodes', 'C2PA technical specification, digital source types'],
  check: ({ own, record }) =>
    own.flatMap(({ field, value, own: place }) => {
      if (field !== 'digital_source_type' || place?.by !== 'canonical' || place.value.type === 'boolean') return [];
      const said = sayValue(value);
      const reading = readOrigin(said);
      if (reading.kind === 'code' || retiredOrigin(said)) return [];
      return [
        { start: place.value.start, end: Math.min(place.value.end, record.source.length), data: { said, reading } },
      ];
    }),
  message: ({ said, reading }) => {
    const quoted = JSON.stringify(said.slice(0, 60));
    if (reading.kind === 'alias') return `${quoted} is understood as ${reading.type.code}, which is the standard code.`;
    if (reading.kind === 'unknown' && reading.nearest) {
      return `${quoted} is no digital source type. The nearest is ${reading.nearest.code}.`;
    }
    return `${quoted} is no digital source type, such as digitalCreation (human) or trainedAlgorithmicMedia (machine).`;
  },
  fixes: ({ data: { reading }, start }, { record, own }, { facts }) => {
    const place = own.find((assertion) => assertion.own?.value.start === start)?.own;
    if (!place) return [];
    const to = (code: string, safe: boolean) => ({
      title: `Replace by ${code}`,
      safety: safe ? ('safe' as const) : ('unsafe' as const),
      ...(safe && { preferred: true as const }),
      change: { kind: 'edits' as const, edits: [replaceValue(record, place.value, code, facts)] },
    });
    if (reading.kind === 'alias') return [to(reading.type.code, true)];
    const nearest = reading.kind === 'unknown' ? reading.nearest?.code : undefined;
    const usual = ['digitalCreation', 'trainedAlgorithmicMedia', 'compositeSynthetic', 'noAssertion'];
    const codes = [...(nearest ? [nearest] : []), ...usual.filter((code) => code !== nearest)];
    return codes.filter((code) => digitalSourceTypes.some((type) => type.code === code)).map((code) => to(code, false));
  },
});
