import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type DateReading, readDate } from '../../../server/src/engine/provenance/date';

const DAY = 86_400_000;

/** Kind, then the fix or the candidates, for a table. */
function shown(reading: DateReading): string {
  if (reading.kind === 'fixable') return `fixable ${reading.iso}`;
  if (reading.kind === 'ambiguous') return `ambiguous ${reading.candidates.join(' | ')}`;
  return reading.kind;
}

const kinds: [value: string, expected: string][] = [
  ['2021-03-05', 'rfc3339'],
  ['2021-03-05T12:30:00Z', 'rfc3339'],
  ['2021-03-05t12:30:00z', 'rfc3339'],
  ['2021-03-05 12:30:00+05:30', 'rfc3339'],
  ['2021-03-05T12:30:00.123456-00:00', 'rfc3339'],
  ['2024-02-29', 'rfc3339'],
  ['2000-02-29', 'rfc3339'],
  ['0001-01-01', 'rfc3339'],
  ['9999-12-31T23:59:59Z', 'rfc3339'],
  ['2016-12-31T23:59:60Z', 'rfc3339'],
  ['2017-01-01T05:29:60+05:30', 'rfc3339'],

  ['2021', 'iso8601'],
  ['2021-03', 'iso8601'],
  ['20210305', 'iso8601'],
  ['20210305T123000Z', 'iso8601'],
  ['20210305T1230+0100', 'iso8601'],
  ['2021-03-05T12:30:00', 'iso8601'],
  ['2021-03-05 12:30:00.5', 'iso8601'],
  ['2021-03-05T12:30Z', 'iso8601'],
  ['2021-03-05T12', 'iso8601'],
  ['2021-03-05T12:30:00,5Z', 'iso8601'],
  ['2021-03-05T12:30:00+01', 'iso8601'],
  ['2021-03-05T24:00:00Z', 'iso8601'],
  ['2021-W09', 'iso8601'],
  ['2021-W09-5', 'iso8601'],
  ['2021W095', 'iso8601'],
  ['2020-W53', 'iso8601'],
  ['2021-064', 'iso8601'],
  ['2020-366', 'iso8601'],

  [' 2021-03-05\n', 'fixable 2021-03-05'],
  ['5 March 2021', 'fixable 2021-03-05'],
  ['05-Mar-2021', 'fixable 2021-03-05'],
  ['5th of March, 2021', 'fixable 2021-03-05'],
  ['Mar 5, 2021', 'fixable 2021-03-05'],
  ['Mar. 5th, 2021', 'fixable 2021-03-05'],
  ['MARCH 5 2021', 'fixable 2021-03-05'],
  ['Friday, March 5, 2021', 'fixable 2021-03-05'],
  ['2021 March 5', 'fixable 2021-03-05'],
  ['March 2021', 'fixable 2021-03'],
  ['Sept 2021', 'fixable 2021-09'],
  ['2021/03/05', 'fixable 2021-03-05'],
  ['2021.3.5', 'fixable 2021-03-05'],
  ['2021-3-5', 'fixable 2021-03-05'],
  ['25/12/2021', 'fixable 2021-12-25'],
  ['12/25/2021', 'fixable 2021-12-25'],
  ['03/03/2021', 'fixable 2021-03-03'],
  ['Friday 03/05/2021', 'fixable 2021-03-05'],
  ['Wed, 03/05/2021', 'unreadable'],
  ['Fri, 05 Mar 2021 12:30:00 +0100', 'fixable 2021-03-05T12:30:00+01:00'],
  ['Fri, 05 Mar 2021 12:30:00 GMT', 'fixable 2021-03-05T12:30:00Z'],
  ['Fri, 05 Mar 2021 12:30:00 +0000 (UTC)', 'fixable 2021-03-05T12:30:00+00:00'],
  ['05 Mar 2021 12:30 EST', 'fixable 2021-03-05T12:30:00-05:00'],
  ['Fri Mar  5 12:30:00 2021', 'fixable 2021-03-05T12:30:00'],
  ['Fri Mar 05 12:30:00 +0000 2021', 'fixable 2021-03-05T12:30:00+00:00'],
  ['Fri Mar 05 2021 12:30:00 GMT+0530 (India Standard Time)', 'fixable 2021-03-05T12:30:00+05:30'],
  ['2021-03-05 12:30:00 UTC', 'fixable 2021-03-05T12:30:00Z'],
  ['2021-03-05T12:30:00+0000', 'fixable 2021-03-05T12:30:00+00:00'],
  ['2021/03/05 12:30', 'fixable 2021-03-05T12:30:00'],
  ['March 5, 2021, 12:30', 'fixable 2021-03-05T12:30:00'],
  ['5 March 2021 at 3:30 pm', 'fixable 2021-03-05T15:30:00'],
  ['March 5, 2021 12:05 a.m.', 'fixable 2021-03-05T00:05:00'],
  ['1614947400', 'fixable 2021-03-05T12:30:00Z'],
  ['1614947400.25', 'fixable 2021-03-05T12:30:00.250Z'],
  ['1614947400123', 'fixable 2021-03-05T12:30:00.123Z'],
  ['20210305123000', 'fixable 2021-03-05T12:30:00'],

  ['03/05/2021', 'ambiguous 2021-03-05 | 2021-05-03'],
  ['03.05.2021', 'ambiguous 2021-03-05 | 2021-05-03'],
  ['3-5-2021 12:30', 'ambiguous 2021-03-05T12:30:00 | 2021-05-03T12:30:00'],
  ['202103051230', 'ambiguous 1976-05-28T03:44:11.230Z | 2021-03-05T12:30'],

  ['', 'unreadable'],
  ['unknown', 'unreadable'],
  ['0000-01-01', 'unreadable'],
  ['2021-00-10', 'unreadable'],
  ['2021-13-01', 'unreadable'],
  ['2021-02-29', 'unreadable'],
  ['1900-02-29', 'unreadable'],
  ['2021-04-31', 'unreadable'],
  ['31/02/2021', 'unreadable'],
  ['2021-03-05T24:00:01Z', 'unreadable'],
  ['2021-03-05T25:00:00Z', 'unreadable'],
  ['2021-03-05T12:60:00Z', 'unreadable'],
  ['2021-03-05T12:30:60Z', 'unreadable'],
  ['2021-03-05T23:59:60Z', 'unreadable'],
  ['2021-03-05T12:30:00+24:00', 'unreadable'],
  ['2021-W53', 'unreadable'],
  ['2021-W00', 'unreadable'],
  ['2021-366', 'unreadable'],
  ['CC-MAIN-2023-14', 'unreadable'],
  ['2023-14', 'unreadable'],
  ['03/05/21', 'unreadable'],
  ['5 März 2021', 'unreadable'],
  ['Mon, 05 Mar 2021', 'unreadable'],
  ['2021-03-05 12:30:00 CST', 'unreadable'],
  ['5 March 2021 13:30 pm', 'unreadable'],
  ['5', 'unreadable'],
  ['12345', 'unreadable'],
  ['-1614947400', 'unreadable'],
  ['２０２１-03-05', 'unreadable'],
  ['a'.repeat(1_000_000), 'unreadable'],
];

for (const [value, expected] of kinds) {
  test(`date ${JSON.stringify(value.slice(0, 60))}`, () => assert.equal(shown(readDate(value)), expected));
}

const ranges: [value: string, earliest: number, latest: number][] = [
  ['2021-03-05', Date.UTC(2021, 2, 5), Date.UTC(2021, 2, 6) - 1],
  ['2021', Date.UTC(2021, 0, 1), Date.UTC(2022, 0, 1) - 1],
  ['2020-02', Date.UTC(2020, 1, 1), Date.UTC(2020, 2, 1) - 1],
  ['2021-W09', Date.UTC(2021, 2, 1), Date.UTC(2021, 2, 8) - 1],
  ['2020-W53-7', Date.UTC(2021, 0, 3), Date.UTC(2021, 0, 4) - 1],
  ['2021-064', Date.UTC(2021, 2, 5), Date.UTC(2021, 2, 6) - 1],
  ['2021-03-05T12:30:15Z', Date.UTC(2021, 2, 5, 12, 30, 15), Date.UTC(2021, 2, 5, 12, 30, 16) - 1],
  ['2021-03-05T12:30:15.25Z', Date.UTC(2021, 2, 5, 12, 30, 15, 250), Date.UTC(2021, 2, 5, 12, 30, 15, 259)],
  ['2021-03-05T12:30:15.250999Z', Date.UTC(2021, 2, 5, 12, 30, 15, 250), Date.UTC(2021, 2, 5, 12, 30, 15, 250)],
  ['2021-03-05T12:30Z', Date.UTC(2021, 2, 5, 12, 30), Date.UTC(2021, 2, 5, 12, 31) - 1],
  ['2021-03-05T12Z', Date.UTC(2021, 2, 5, 12), Date.UTC(2021, 2, 5, 13) - 1],
  ['2021-03-05T00:30:00+01:00', Date.UTC(2021, 2, 4, 23, 30), Date.UTC(2021, 2, 4, 23, 30, 1) - 1],
  ['2021-03-05T24:00:00Z', Date.UTC(2021, 2, 6), Date.UTC(2021, 2, 6)],
  ['2016-12-31T23:59:60Z', Date.UTC(2017, 0, 1), Date.UTC(2017, 0, 1, 0, 0, 1) - 1],
  ['0001-01-01', -62_135_596_800_000, -62_135_596_800_000 + DAY - 1],
  ['5 March 2021', Date.UTC(2021, 2, 5), Date.UTC(2021, 2, 6) - 1],
];

for (const [value, earliest, latest] of ranges) {
  test(`range of ${value}`, () => {
    const reading = readDate(value);
    assert.ok('earliest' in reading);
    assert.deepEqual([reading.earliest, reading.latest], [earliest, latest]);
  });
}

test('every instant that JavaScript prints reads back as itself', () => {
  fc.assert(
    fc.property(
      fc.date({ min: new Date(-62_135_596_800_000), max: new Date(253_402_300_799_999), noInvalidDate: true }),
      (date) => {
        const ms = date.getTime();
        assert.deepEqual(readDate(date.toISOString()), { kind: 'rfc3339', earliest: ms, latest: ms });
        const day = Math.floor(ms / DAY) * DAY;
        const fullDate = date.toISOString().slice(0, 10);
        assert.deepEqual(readDate(fullDate), { kind: 'rfc3339', earliest: day, latest: day + DAY - 1 });
        const http = readDate(date.toUTCString());
        assert.ok(http.kind === 'fixable' && http.earliest === Math.floor(ms / 1000) * 1000, date.toUTCString());
      },
    ),
  );
});

test('every day has one week date and one ordinal date', () => {
  const weekDate = (ms: number): string => {
    const day = ((new Date(ms).getUTCDay() + 6) % 7) + 1;
    const thursday = new Date(ms + (4 - day) * DAY);
    const week = Math.floor((thursday.getTime() - Date.UTC(thursday.getUTCFullYear(), 0, 1)) / (7 * DAY)) + 1;
    return `${thursday.getUTCFullYear()}-W${String(week).padStart(2, '0')}-${day}`;
  };
  for (let ms = Date.UTC(1999, 0, 1); ms < Date.UTC(2030, 0, 1); ms += DAY) {
    const date = new Date(ms);
    const ordinal = (ms - Date.UTC(date.getUTCFullYear(), 0, 1)) / DAY + 1;
    const expected = { kind: 'iso8601', earliest: ms, latest: ms + DAY - 1 };
    assert.deepEqual(readDate(weekDate(ms)), expected);
    assert.deepEqual(readDate(`${date.getUTCFullYear()}-${String(ordinal).padStart(3, '0')}`), expected);
  }
});

test('an offset moves the instant by as much', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1439, max: 1439 }), (minutes) => {
      const size = Math.abs(minutes);
      const pad = (n: number): string => String(n).padStart(2, '0');
      const offset = `${minutes < 0 ? '-' : '+'}${pad(Math.floor(size / 60))}:${pad(size % 60)}`;
      const reading = readDate(`2021-03-05T12:30:00${offset}`);
      assert.ok(reading.kind === 'rfc3339');
      assert.equal(reading.earliest, Date.UTC(2021, 2, 5, 12, 30) - minutes * 60_000);
    }),
  );
});

test('no input throws; a range is ordered and a fix or candidate is ISO', () => {
  const pieces = fc.array(
    fc.constantFrom(
      '2021',
      '03',
      '5',
      '-',
      '/',
      ':',
      'T',
      'Z',
      ' ',
      ',',
      '.',
      'Mar',
      'March',
      'Fri',
      'pm',
      '+0100',
      '12',
    ),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary', maxLength: 120 }),
        pieces.map((it) => it.join('')),
      ),
      (text) => {
        const reading = readDate(text);
        if ('earliest' in reading) assert.ok(reading.earliest <= reading.latest, text);
        const written =
          reading.kind === 'fixable' ? [reading.iso] : reading.kind === 'ambiguous' ? reading.candidates : [];
        for (const iso of written) assert.match(readDate(iso).kind, /^(?:rfc3339|iso8601)$/, text);
      },
    ),
    { numRuns: 2000 },
  );
});

test('the time zone of the machine changes nothing', () => {
  const before = process.env.TZ;
  const read = (): DateReading[] => kinds.map(([value]) => readDate(value));
  try {
    process.env.TZ = 'Pacific/Apia';
    const east = read();
    process.env.TZ = 'America/St_Johns';
    assert.deepEqual(read(), east);
  } finally {
    if (before === undefined) delete process.env.TZ;
    else process.env.TZ = before;
  }
});
