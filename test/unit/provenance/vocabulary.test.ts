import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { originAliases } from '../../../server/src/engine/provenance/originAliases';
import {
  annotationsCreators,
  digitalSourceTypes,
  originClass,
  readOrigin,
} from '../../../server/src/engine/provenance/vocabulary';

/** Reading reduced to one line: 'code X', 'alias X', 'unknown ~X'. */
function shown(value: string): string {
  const reading = readOrigin(value);
  return reading.kind === 'unknown' ? `unknown ~${reading.nearest?.code}` : `${reading.kind} ${reading.type.code}`;
}

test('the list holds the 20 IPTC concepts, the C2PA data code and noAssertion, once each', () => {
  const codes = digitalSourceTypes.map((type) => type.code);
  assert.equal(new Set(codes).size, codes.length);
  const iptc = digitalSourceTypes.filter((type) => type.uri.startsWith('http://cv.iptc.org/newscodes/'));
  assert.equal(iptc.length, 20);
  assert.deepEqual(
    codes.filter((code) => !iptc.some((type) => type.code === code)),
    ['trainedAlgorithmicData', 'noAssertion'],
  );
});

test('every code reads as itself, and a retired code as its successor', () => {
  for (const type of digitalSourceTypes) {
    const target = type.retired?.successor ?? type.code;
    assert.equal(shown(type.code), `${target === type.code ? 'code' : 'alias'} ${target}`);
    assert.equal(originClass(type.code), type.class);
  }
  assert.equal(shown('digitalArt'), 'alias digitalCreation');
  assert.equal(shown('minorHumanEdits'), 'alias humanEdits');
  assert.equal(shown('softwareImage'), 'code softwareImage');
});

test('every URI and every other spelling of a code is understood', () => {
  for (const type of digitalSourceTypes) {
    const target = type.retired?.successor ?? type.code;
    const snake = type.code.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
    for (const value of [type.uri, type.uri.replace(/^https?/, 'https'), snake, snake.toUpperCase()]) {
      if (value !== type.code) assert.equal(shown(value), `alias ${target}`, value);
    }
  }
});

test('every alias is understood, names a live code and collides with no other', () => {
  const seen = new Set<string>();
  for (const [word, code] of originAliases) {
    const key = word.replace(/[\s_-]/g, '');
    assert.ok(!seen.has(key), word);
    seen.add(key);
    assert.equal(digitalSourceTypes.find((type) => type.code === code)?.retired, undefined, code);
    assert.equal(shown(word), `alias ${code}`);
  }
});

const readings: [value: string, expected: string][] = [
  ['synthetic', 'alias trainedAlgorithmicMedia'],
  ['AI', 'alias trainedAlgorithmicMedia'],
  ['LLM', 'alias trainedAlgorithmicMedia'],
  ['Machine', 'alias trainedAlgorithmicMedia'],
  ['machine_generated', 'alias trainedAlgorithmicMedia'],
  ['human', 'alias digitalCreation'],
  ['manual', 'alias digitalCreation'],
  ['mixed', 'alias compositeSynthetic'],
  ['unknown', 'alias noAssertion'],
  ['found', 'alias noAssertion'],
  [' digitalCreation ', 'alias digitalCreation'],
  ['trainedalgorithmicmedia', 'alias trainedAlgorithmicMedia'],
  ['TRAINED_ALGORITHMIC_MEDIA', 'alias trainedAlgorithmicMedia'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia/', 'alias trainedAlgorithmicMedia'],
  ['digsrctype:print', 'alias print'],
  ['TrainedAlgorithmicMediaDigitalSource', 'alias trainedAlgorithmicMedia'],
  ['https://schema.org/DigitalArtDigitalSource', 'alias digitalCreation'],
  ['schema:MinorHumanEditsDigitalSource', 'alias humanEdits'],
  ['http://schema.org/MultiFrameComputationalCaptureDigitalSource', 'alias computationalCapture'],
  ['http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicData', 'alias trainedAlgorithmicData'],
  ['http://c2pa.org/digitalsourcetype/trainedAlgorithmicMedia', 'alias trainedAlgorithmicMedia'],
  ['http://spdx.org/rdf/terms#noassertion', 'alias noAssertion'],
  ['https://spdx.org/rdf/3.0.1/terms/Dataset/DatasetType/noAssertion', 'alias noAssertion'],
  ['NOASSERTION', 'alias noAssertion'],
  ['trainedAlgoritmicMedia', 'unknown ~trainedAlgorithmicMedia'],
  ['digitalCreaton', 'unknown ~digitalCreation'],
  ['synthethic', 'unknown ~trainedAlgorithmicMedia'],
  ['digitlArt', 'unknown ~digitalCreation'],
  ['http://c2pa.org/digitalsourcetype/empty', 'unknown ~undefined'],
  ['https://schema.org/human', 'unknown ~undefined'],
  ['https://example.org/digitalCreation', 'unknown ~undefined'],
  ['gpt-4', 'unknown ~undefined'],
  ['x', 'unknown ~undefined'],
  ['', 'unknown ~undefined'],
  ['__proto__', 'unknown ~undefined'],
];

for (const [value, expected] of readings) {
  test(`origin ${JSON.stringify(value)} is ${expected}`, () => assert.equal(shown(value), expected));
}

test('the reason names the vocabulary that defines a code put under another', () => {
  const reading = readOrigin('http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicData');
  assert.ok(reading.kind === 'alias' && reading.reason.includes('C2PA defines it'));
});

test('no input throws, and the answer is the same twice', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      assert.deepEqual(readOrigin(text), readOrigin(text));
    }),
  );
  assert.deepEqual(readOrigin('a'.repeat(1_000_000)), { kind: 'unknown', nearest: null });
});

test('the class of anything but a code is not known', () => {
  assert.equal(originClass('human'), undefined);
  assert.equal(originClass('constructor'), undefined);
});

test('the Hugging Face annotation creators are complete', () => {
  assert.equal(annotationsCreators.length, 6);
  assert.ok(annotationsCreators.includes('no-annotation'));
});
