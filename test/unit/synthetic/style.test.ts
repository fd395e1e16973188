import assert from 'node:assert/strict';
import { test } from 'node:test';
import { findStyle } from '../../../server/src/engine/synthetic/matchStyle';
import { stylePatterns } from '../../../server/src/engine/synthetic/styleReasons';
import { measuredDocuments, measuredOn } from '../../../server/src/engine/synthetic/styleReasonsMeasured';
import { styleWords } from '../../../server/src/engine/synthetic/styleReasonsWords';

/** In `finds` the double angle brackets enclose the span that has to be found; `leaves` must not match the pattern. */
interface Example {
  readonly finds: readonly string[];
  readonly leaves: readonly string[];
}

const examples: Record<string, Example> = {
  'testament-to': {
    finds: ['The bridge is ⟪a testament to⟫ their care.', 'It is ⟪a lasting\ntestament to⟫ them.'],
    leaves: ['He left a testament, to our surprise.', 'the New Testament to be read'],
  },
  tapestry: { finds: ['a ⟪rich tapestry⟫ of', 'the ⟪tapestry of⟫ life'], leaves: ['The tapestry hung in the hall.'] },
  'delve-into': { finds: ['Let us ⟪delve into⟫ it.', 'by ⟪delving deeper into⟫ it'], leaves: ['He delved for clams.'] },
  'intricate-interplay': { finds: ['the ⟪intricate interplay of⟫ wind and sea'], leaves: ['an intricate lock'] },
  'ever-evolving': {
    finds: ['an ⟪ever-evolving⟫ field', 'a ⟪rapidly changing world⟫'],
    leaves: ['rapidly changing gear'],
  },
  'navigate-complexities': { finds: ['to ⟪navigate the complexities⟫ of it'], leaves: ['to navigate by the stars'] },
  'beacon-of': { finds: ['a ⟪beacon of hope⟫'], leaves: ['the beacon on the hill'] },
  'realm-of': { finds: ['⟪In the realm of⟫ tea'], leaves: ['the realm of the queen'] },
  'embark-on-journey': { finds: ['They ⟪embarked on a long journey⟫.'], leaves: ['They embarked at noon.'] },
  'todays-world': { finds: ['⟪In today’s fast-paced world⟫, rest.'], leaves: ["In today's paper"] },
  'serves-as-reminder': { finds: ['It ⟪serves as a stark reminder⟫.'], leaves: ['He serves as a deacon.'] },
  'crucial-role': { finds: ['Salt ⟪plays a crucial role in⟫ it.'], leaves: ['She played a role in it.'] },
  'in-conclusion': {
    finds: ['Rain.\n\n⟪In conclusion,⟫ it rained.', '⟪In conclusion,⟫ no.'],
    leaves: ['So, In conclusion, no.'],
  },
  'in-summary': { finds: ['Rain.\n⟪In summary,⟫ it rained.'], leaves: ['in summary form'] },
  overall: { finds: ['Rain.\n⟪Overall,⟫ it rained.'], leaves: ['Overalls are blue.', 'The overall, and its pockets.'] },
  ultimately: { finds: ['⟪Ultimately,⟫ they left.'], leaves: ['They ultimately, sadly, left.'] },
  'above-a-whisper': { finds: ['a voice ⟪barely above a whisper⟫'], leaves: ['a whisper above'] },
  'shiver-down-spine': { finds: ['It sent ⟪shivers down her spine⟫.'], leaves: ['He shivered.'] },
  'could-not-help-but': { finds: ['I ⟪couldn’t help but⟫ smile.'], leaves: ["I couldn't help him."] },
  'mix-of-feelings': { finds: ['He looked ⟪with a mix of awe and dread⟫.'], leaves: ['a mix of sand and lime'] },
  'heart-pounding': { finds: ['Her ⟪heart pounding in her chest⟫, she ran.'], leaves: ['a pounding at the door'] },
  'hope-this-helps': { finds: ['⟪I hope this helps⟫!'], leaves: ['I hope this is all.'] },
  'let-me-know': { finds: ['⟪Let me know if you⟫ do.'], leaves: ['Let me know when he comes.'] },
  'feel-free-to': { finds: ['⟪Feel free to ask⟫.'], leaves: ['They feel free to roam.'] },
  'would-you-like-me': { finds: ['⟪Would you like me to⟫ go on?'], leaves: ['Would you like tea?'] },
  'stock-name': { finds: ['Then ⟪Elara⟫ sat.', 'Doctor ⟪Sarah Chen⟫ sat.'], leaves: ['Elaraby sat with Sarah.'] },
  'lead-in-agreement': {
    finds: ['⟪Sure!⟫ It rains.', '⟪Certainly, here⟫ it is.'],
    leaves: ['Sure, it rains.', 'x\nSure!'],
  },
  'lead-in-here-is': {
    finds: ['⟪Here is a short list of ferries:⟫\n- one'],
    leaves: ['I said: Here is a list of them:'],
  },
  refusal: { finds: ["⟪I'm sorry, but I can't⟫ write it.", '⟪I cannot assist⟫ with it.'], leaves: ['I cannot swim.'] },
  'note-padding': {
    finds: ['⟪It is important to note⟫ that.', '⟪It’s worth noting⟫ that.'],
    leaves: ['an important note'],
  },
  'bold-bullets': { finds: ['x\n⟪- **Wind**:⟫ strong', '⟪1. **Wind:**⟫ strong'], leaves: ['- **wind** and rain'] },
  'not-only-but-also': { finds: ['⟪not only cold but also⟫ wet'], leaves: ['not only. But also', 'not cold but wet'] },
  'negative-parallelism': { finds: ["⟪It's not just a boat—it's⟫ a home."], leaves: ['It is not a boat. They left.'] },
  'excess-vocabulary': {
    finds: ['An ⟪intricate⟫, vibrant, nuanced and pivotal point.'],
    leaves: ['An intricate point about a vibrant town.'],
  },
};

test('every pattern has examples, a date, a title and measured counts', () => {
  assert.deepEqual(Object.keys(examples).sort(), stylePatterns.map(({ id }) => id).sort());
  for (const { id, title, tier, asOf, precision } of stylePatterns) {
    assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
    assert.match(title, /^(?:a|an|the|list|many) /, id);
    assert.match(asOf, /^\d{4}-\d{2}-\d{2}$/);
    assert.ok(precision.machine > precision.human, id);
    const human = precision.human / measuredDocuments.human;
    const machine = precision.machine / measuredDocuments.machine;
    if (tier === 'B') assert.ok(machine > 9 * human, id);
  }
  assert.match(measuredOn, /^\d{4}-\d{2}-\d{2}$/);
});

for (const [id, { finds, leaves }] of Object.entries(examples)) {
  test(`style: ${id}`, () => {
    for (const marked of finds) {
      const text = marked.replace('⟪', '').replace('⟫', '');
      const [first] = findStyle(text).filter(({ pattern }) => pattern.id === id);
      assert.ok(first, text);
      assert.equal(text.slice(first.start, first.end), /⟪([^⟫]*)⟫/.exec(marked)?.[1], text);
    }
    for (const text of leaves) {
      assert.deepEqual(
        findStyle(text).filter(({ pattern }) => pattern.id === id),
        [],
        text,
      );
    }
  });
}

test('overused words are sorted, single and measured', () => {
  const words = styleWords.map(({ word }) => word);
  assert.deepEqual(words, [...new Set(words)].sort());
  for (const { word, human, machine } of styleWords) {
    assert.match(word, /^[a-z]+$/);
    assert.ok(machine > 4 * human, word);
  }
});

test('a few overused words in a long text are no reason', () => {
  const text = `${'The hens went out and the fox came in. '.repeat(60)}intricate vibrant nuanced pivotal`;
  assert.deepEqual(findStyle(text), []);
});

test('matches come in order and calls keep nothing of each other', () => {
  const text = 'Sure! Let us delve into it, a testament to hope.\n\nIn conclusion, feel free to ask.';
  const found = findStyle(text);
  assert.deepEqual(
    found.map(({ pattern }) => pattern.id),
    ['lead-in-agreement', 'delve-into', 'testament-to', 'in-conclusion', 'feel-free-to'],
  );
  assert.deepEqual(findStyle(text), found);
});

const hostile = [
  'word ',
  ' ',
  'a',
  'a b ',
  'not only ',
  'not only x ',
  'it is not just x ',
  'Here is a ',
  '- **',
  '- **a',
  "I'm sorry, but I ",
  'in today’s a ',
  'embark on a ',
  'delve ',
  '\n',
  'tapestry ',
  '😀',
  '\ud800',
  '今',
];

for (const unit of hostile) {
  test(`a megabyte of it comes to an end: ${JSON.stringify(unit)}`, () => {
    const matches = findStyle(unit.repeat(Math.ceil((1 << 20) / unit.length)));
    assert.ok(matches.every(({ start, end }) => start < end));
  });
}
