import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { huggingFaceLicenses } from '../../../server/src/engine/provenance/huggingFaceLicenses';
import { type LicenseReading, readLicense } from '../../../server/src/engine/provenance/license';
import { licenseFamilies } from '../../../server/src/engine/provenance/licenseFamilies';
import { licenseKey } from '../../../server/src/engine/provenance/licenseKey';
import { spdxIds } from '../../../server/src/engine/provenance/spdxExpression';

/** Kind, then what the reading holds, for a table. */
function shown(reading: LicenseReading): string {
  switch (reading.kind) {
    case 'spdx':
      return `spdx ${reading.expression}`;
    case 'alias':
      return `${reading.reason}: ${reading.expression}`;
    case 'family':
      return `family ${reading.candidates[0]} +${reading.candidates.length - 1}`;
    case 'not-stated':
      return 'not-stated';
    case 'unrecognised':
      return `unrecognised ~${reading.suggestion}`;
  }
}

test('every SPDX id is valid as written, and means the same in any case', () => {
  for (const id of spdxIds) {
    assert.deepEqual(readLicense(id), { kind: 'spdx', expression: id });
    for (const other of [id.toLowerCase(), id.toUpperCase()]) {
      const reading = readLicense(other);
      assert.ok(reading.kind === 'spdx' || reading.kind === 'alias', other);
      assert.equal(reading.expression, id);
    }
  }
});

test('no two SPDX ids with a version share a key', () => {
  const keys = new Map<string, string>();
  for (const id of spdxIds.filter((it) => /\d/.test(it))) {
    const { key } = licenseKey(id);
    assert.equal(keys.get(key), undefined, `${id} and ${keys.get(key)}`);
    keys.set(key, id);
  }
});

test('every Hugging Face id is understood as its table says', () => {
  assert.equal(huggingFaceLicenses.size, 83);
  for (const [id, expression] of huggingFaceLicenses) {
    const reading = readLicense(id);
    if (expression === null) assert.match(reading.kind, /^(?:family|not-stated)$/, id);
    else if (expression === id) assert.equal(shown(reading), `spdx ${id}`);
    else assert.equal(shown(reading), `hugging-face id: ${expression}`);
    if (expression !== null) assert.equal(readLicense(expression).kind, 'spdx', expression);
  }
});

test('every candidate of a family is a valid expression, and its key is what its name reduces to', () => {
  for (const [key, candidates] of licenseFamilies) {
    assert.ok(candidates.length > 0, key);
    assert.equal(licenseKey(key).key, key);
    for (const candidate of candidates) assert.equal(readLicense(candidate).kind, 'spdx', candidate);
    assert.equal(readLicense(key).kind, 'family', key);
  }
});

const CC = 'https://creativecommons.org';

const readings: [value: string, expected: string][] = [
  ['MIT', 'spdx MIT'],
  ['MIT AND (Apache-2.0 OR GPL-2.0-only WITH Classpath-exception-2.0)', ''],
  ['GPL-2.0+', 'spdx GPL-2.0+'],
  ['LicenseRef-foo', 'spdx LicenseRef-foo'],
  ['DocumentRef-a:LicenseRef-b', 'spdx DocumentRef-a:LicenseRef-b'],
  ['NOASSERTION', 'spdx NOASSERTION'],
  ['NONE', 'spdx NONE'],

  ['Mit', 'case: MIT'],
  ['mit or apache-2.0', 'case: MIT OR Apache-2.0'],
  ['odc-by-1.0', 'case: ODC-By-1.0'],
  ['noassertion', 'case: NOASSERTION'],
  [' MIT ', 'spelling: MIT'],
  ['apache_v2', 'spelling: Apache-2.0'],
  ['Apache 2', 'spelling: Apache-2.0'],
  ['Apache License, Version 2.0', 'name: Apache-2.0'],
  ['Licensed under the Apache License, Version 2.0', 'name: Apache-2.0'],
  ['license:apache-2.0', 'name: Apache-2.0'],
  ['MIT License', 'name: MIT'],
  ['The MIT License (MIT)', 'name: MIT'],
  ['CC BY-SA 4.0', 'spelling: CC-BY-SA-4.0'],
  ['cc_by_4', 'spelling: CC-BY-4.0'],
  ['CC-BY-SA-NC 4.0', 'spelling: CC-BY-NC-SA-4.0'],
  ['CC BY 3.0 US', 'spelling: CC-BY-3.0-US'],
  ['CC0', 'spelling: CC0-1.0'],
  ['CC0 1.0 Universal (CC0 1.0) Public Domain Dedication', 'name: CC0-1.0'],
  ['Attribution 4.0 International', 'name: CC-BY-4.0'],
  ['Creative Commons Attribution-ShareAlike 4.0 International (CC BY-SA 4.0)', 'name: CC-BY-SA-4.0'],
  ['Creative Commons Attribution-NonCommercial-ShareAlike 3.0 Unported License', 'name: CC-BY-NC-SA-3.0'],
  ['GPLv3', 'spelling: GPL-3.0'],
  ['GPLv2+', 'spelling: GPL-2.0-or-later'],
  ['GNU GPL v3 or any later version', 'name: GPL-3.0-or-later'],
  ['GNU Lesser General Public License v2.1 only', 'name: LGPL-2.1-only'],
  ['ODC BY 1.0', 'spelling: ODC-By-1.0'],
  ['ODC-PDDL', 'name: PDDL-1.0'],
  ['Llama 3.1 Community License Agreement', 'name: LicenseRef-llama3.1'],
  ['BigScience OpenRAIL-M', 'spelling: LicenseRef-bigscience-openrail-m'],
  ['Gemma Terms of Use', 'name: LicenseRef-gemma'],

  // Common Pile's own values.
  ['Public Domain', 'family CC-PDM-1.0 +3'],
  [`Creative Commons Zero - Public Domain - ${CC}/publicdomain/zero/1.0/`, 'url: CC0-1.0'],
  [`Creative Commons Public Domain Mark - ${CC}/publicdomain/mark/1.0/`, 'url: CC-PDM-1.0'],
  [`Creative Commons - Attribution - ${CC}/licenses/by/4.0/`, 'url: CC-BY-4.0'],
  [`Creative Commons - Attribution Share-Alike - ${CC}/licenses/by-sa/2.5/`, 'url: CC-BY-SA-2.5'],
  [`Creative Commons - Attribution Share-Alike - ${CC}/licenses/by-sa/2.1/`, 'unrecognised ~LicenseRef-CC-BY-SA-2.1'],
  ['Creative Commons - Attribution Non-Commercial No Derivatives', 'family CC-BY-NC-ND-4.0 +4'],
  ['GNU Free Documentation License', 'family GFDL-1.3-only +5'],
  ['Apache 2 License - https://www.apache.org/licenses/LICENSE-2.0', 'url: Apache-2.0'],
  ['BSD 2-Clause', 'spelling: BSD-2-Clause'],
  ['ISC License', 'name: ISC'],
  ['Artistic License 2.0', 'name: Artistic-2.0'],
  ['Community Data License Agreement - Permissive 1.0 - https://cdla.dev/', 'name: CDLA-Permissive-1.0'],

  [`${CC}/licenses/by-sa/3.0/deed.en`, 'url: CC-BY-SA-3.0'],
  ['http://www.creativecommons.org/licenses/by-nd-nc/1.0', 'url: CC-BY-NC-ND-1.0'],
  ['creativecommons.org/licenses/by/4.0/legalcode', 'url: CC-BY-4.0'],
  [`${CC}/licenses/by/3.0/us/`, 'url: CC-BY-3.0-US'],
  [`${CC}/licenses/by-sa/3.0/fr/`, 'unrecognised ~LicenseRef-CC-BY-SA-3.0-FR'],
  [`${CC}/licenses/by/`, 'family CC-BY-4.0 +4'],
  [`[CC BY 4.0](${CC}/licenses/by/4.0/)`, 'url: CC-BY-4.0'],
  [`CC BY-SA - ${CC}/licenses/by/4.0/`, 'unrecognised ~null'],
  ['https://opensource.org/licenses/MIT', 'url: MIT'],
  ['https://opensource.org/license/apache-2-0', 'url: Apache-2.0'],
  ['https://opensource.org/licenses/mit-license.php', 'url: MIT'],
  ['https://opensource.org/license/bsd-3-clause/', 'url: BSD-3-Clause'],
  ['https://opensource.org/licenses/bsd-license.php', 'family BSD-3-Clause +4'],
  ['http://www.apache.org/licenses/LICENSE-2.0.html', 'url: Apache-2.0'],
  ['https://www.gnu.org/licenses/gpl-3.0.en.html', 'url: GPL-3.0'],
  ['https://www.gnu.org/licenses/old-licenses/lgpl-2.1.txt', 'url: LGPL-2.1'],
  ['http://www.gnu.org/copyleft/fdl.html', 'family GFDL-1.3-only +5'],
  ['https://spdx.org/licenses/CC-BY-4.0.html', 'url: CC-BY-4.0'],
  ['https://opendatacommons.org/licenses/by/1-0/', 'url: ODC-By-1.0'],
  ['https://opendatacommons.org/licenses/odbl/', 'family ODbL-1.0 +0'],
  ['https://cdla.dev/permissive-2-0/', 'url: CDLA-Permissive-2.0'],
  ['https://www.mozilla.org/en-US/MPL/2.0/', 'url: MPL-2.0'],
  ['MIT License (https://example.org/project/LICENSE)', 'name: MIT'],

  ['cc', 'family CC-BY-4.0 +6'],
  ['cc-by', 'family CC-BY-4.0 +4'],
  ['gpl', 'family GPL-3.0-only +5'],
  ['BSD License', 'family BSD-3-Clause +4'],
  ['Apache License', 'family Apache-2.0 +2'],
  ['odc-by', 'family ODC-By-1.0 +0'],
  ['Open Data Commons License Attribution family', 'family ODC-By-1.0 +0'],

  ['', 'not-stated'],
  ['  ', 'not-stated'],
  ['Unknown', 'not-stated'],
  ['other', 'not-stated'],
  ['N/A', 'not-stated'],
  ['None', 'not-stated'],
  ['unspecified', 'not-stated'],

  ['Apcahe-2.0', 'unrecognised ~Apache-2.0'],
  ['cc-bi-4.0', 'unrecognised ~CC-BY-4.0'],
  ['Apache-3.0', 'unrecognised ~null'],
  ['CC BY 5.0', 'unrecognised ~null'],
  ['Modified MIT License', 'unrecognised ~null'],
  ['limited permission', 'unrecognised ~null'],
  ['Intel license', 'unrecognised ~null'],
  ['MIT-like', 'unrecognised ~null'],
  ['OpenAI', 'unrecognised ~null'],
  ['LicenseRef-foo_bar', 'unrecognised ~null'],
  ['(LicenseRef-)))OR MIT', 'unrecognised ~null'],
  ['MIT AND', 'unrecognised ~null'],
  ['https://example.org/LICENSE', 'unrecognised ~null'],
  ['https://creativecommons.org.example.net/licenses/by/4.0/', 'unrecognised ~null'],
  ['constructor', 'unrecognised ~null'],
];

for (const [value, expected] of readings) {
  test(`licence ${JSON.stringify(value)}`, () => {
    assert.equal(shown(readLicense(value)), expected || `spdx ${value}`);
  });
}

test('a combination of ids is valid as written', () => {
  const id = fc.constantFrom(...spdxIds);
  const operator = fc.constantFrom(' AND ', ' OR ');
  fc.assert(
    fc.property(id, operator, id, operator, id, (a, one, b, two, c) => {
      for (const expression of [`${a}${one}${b}`, `(${a}${one}${b})${two}${c}`]) {
        assert.deepEqual(readLicense(expression), { kind: 'spdx', expression });
      }
    }),
  );
});

test('whatever is read as an expression is a valid one', () => {
  const pieces = fc.array(
    fc.constantFrom(
      'CC',
      'BY',
      'SA',
      'NC',
      '-',
      ' ',
      '4.0',
      'MIT',
      'Apache',
      '2',
      'v',
      'license',
      '(',
      ')',
      'or',
      '+',
      'gpl',
    ),
    { maxLength: 10 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 80 }),
        pieces.map((it) => it.join('')),
      ),
      (text) => {
        const reading = readLicense(text);
        if (reading.kind === 'alias') assert.equal(readLicense(reading.expression).kind, 'spdx', text);
        if (reading.kind === 'spdx') assert.equal(reading.expression, text);
      },
    ),
    { numRuns: 2000 },
  );
});

test('hostile input is answered', () => {
  for (const part of ['(', 'MIT OR ', ' ', '.', 'cc by ', '1.0.0', 'http://a.b/', 'licenseref-', '+', '\u0000', '-']) {
    for (const length of [399, 400, 401, 1_000_000]) readLicense(part.repeat(length).slice(0, length));
  }
  assert.deepEqual(readLicense('MIT '.repeat(200)), { kind: 'unrecognised', suggestion: null });
});
