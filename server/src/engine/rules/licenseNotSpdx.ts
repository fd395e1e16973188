import { sayValue } from '../provenance/assertion';
import { type LicenseReading, readLicense } from '../provenance/license';
import { replaceValue } from '../provenance/write';
import { type Fix, recordRule } from './rule';

interface Data {
  said: string;
  reading: LicenseReading;
}

export const licenseNotSpdx = recordRule<Data>({
  id: 'license-not-spdx',
  title: 'Licence is not an SPDX expression',
  severity: 'warning',
  safeFixes: true,
  what: 'A record licence that is no SPDX expression: a Hugging Face id, a URL, a name in prose, a family without a version.',
  why: 'Tools that filter by licence compare SPDX ids; `apache_v2` matches none of them.',
  fix: 'Replaces a spelling that means exactly one licence by its SPDX id (safe). For a family, a person picks the version.',
  falsePositives:
    'A licence of its own may be written as `LicenseRef-name`. Dataset cards keep the Hugging Face spelling.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "Hello.", "source": "a", "digital_source_type": "digitalCreation", "license": "apache-2.0"}\n',
    valid: '{"text": "Hello.", "source": "a", "digital_source_type": "digitalCreation", "license": "Apache-2.0"}\n',
  },
  references: ['SPDX License List', 'SPDX specification, licence expressions', 'Hugging Face Hub licences'],
  check: ({ own }) =>
    own.flatMap(({ field, value, own: place }) => {
      if (field !== 'license' || place?.value.type !== 'string') return [];
      const said = sayValue(value);
      const reading = readLicense(said);
      if (reading.kind === 'spdx') return [];
      return [{ start: place.value.start, end: place.value.end, data: { said, reading } }];
    }),
  message: ({ said, reading }) => {
    const quoted = JSON.stringify(said.slice(0, 80));
    switch (reading.kind) {
      case 'alias':
        return `${quoted} is not an SPDX expression; it means ${reading.expression}.`;
      case 'family':
        return `${quoted} names a family of licences: say which, such as ${reading.candidates.slice(0, 3).join(', ')}.`;
      case 'not-stated':
        return `${quoted} states no licence: SPDX has NOASSERTION for that.`;
      default: {
        const hint =
          reading.kind === 'unrecognised' && reading.suggestion ? ` Did you mean ${reading.suggestion}?` : '';
        return `${quoted} is not an SPDX expression.${hint}`;
      }
    }
  },
  fixes: ({ data: { reading }, start }, { record, own }, { facts }) => {
    const value = own.find((assertion) => assertion.own?.value.start === start && assertion.field === 'license')?.own
      ?.value;
    if (!value) return [];
    const to = (expression: string, safe = false): Fix => ({
      title: `Replace by ${expression}`,
      safety: safe ? 'safe' : 'unsafe',
      ...(safe && { preferred: true }),
      change: { kind: 'edits', edits: [replaceValue(record, value, expression, facts)] },
    });
    if (reading.kind === 'alias') return [to(reading.expression, true)];
    if (reading.kind === 'family') return reading.candidates.map((candidate) => to(candidate));
    if (reading.kind === 'not-stated') return [to('NOASSERTION')];
    return reading.kind === 'unrecognised' && reading.suggestion ? [to(reading.suggestion)] : [];
  },
});
