/**
 * Habits of style that language models have more often than people. They explain a verdict that something else has
 * reached and are never one themselves: people write every one of them too, as the measured counts say. Habits come and
 * go with the models, so every entry has a date.
 */

import { measuredPatterns } from './styleReasonsMeasured';

/** `B`: at least nine times as likely in machine text. `C`: less telling, or common in some human registers. */
export type StyleTier = 'B' | 'C';

/** One habit and how to find it. */
export interface StylePattern {
  /** Kebab-case and stable: findings and configuration refer to it. */
  readonly id: string;
  /** Noun phrase for a person, such as "the phrase “a testament to”". */
  readonly title: string;
  readonly tier: StyleTier;
  /** ISO date on which the pattern was last confirmed. */
  readonly asOf: string;
  /** Labelled documents with a match, of the documents in `measuredDocuments`; `measure-style.mjs` counts them. */
  readonly precision: { readonly human: number; readonly machine: number };
  /** Global; every repetition is bounded. Null where something else than one expression finds it. */
  readonly regex: RegExp | null;
}

const confirmedOn = '2026-11-23';

function pattern(id: string, tier: StyleTier, title: string, regex: RegExp | null): StylePattern {
  const [human, machine] = measuredPatterns[id] ?? [0, 0];
  return { id, title, tier, asOf: confirmedOn, precision: { human, machine }, regex };
}

/** Case-insensitive expression: whole words, a space is any one white space, `'` either apostrophe. */
function phrase(source: string): RegExp {
  const flexible = source.replaceAll(' ', '\\s').replaceAll("'", "['’]");
  return new RegExp(`(?<![\\p{L}\\p{N}_])(?:${flexible})(?![\\p{L}\\p{N}_])`, 'giu');
}

/** The same at the beginning of a line, which may be a list item or quotation. */
function opening(source: string): RegExp {
  const flexible = source.replaceAll(' ', '\\s').replaceAll("'", "['’]");
  return new RegExp(`(?<=^[ \\t>*#]{0,4})(?:${flexible})`, 'gimu');
}

/** Case-sensitive expression for markup and names. */
function exact(source: string): RegExp {
  return new RegExp(source, 'gmu');
}

/** Up to so many characters inside one sentence. */
function within(most: number): string {
  return `[^.!?\\n]{1,${most}}?`;
}

/** Found by the share of `styleWords` in the text. */
export const excessVocabulary = pattern('excess-vocabulary', 'C', 'many words that language models overuse', null);

/** All habits, in the order in which they are looked for. */
export const stylePatterns: readonly StylePattern[] = [
  pattern(
    'testament-to',
    'B',
    'the phrase “a testament to”',
    phrase('(?:a|as|stands? as a) (?:\\p{L}{2,14} )?testament to'),
  ),
  pattern(
    'tapestry',
    'B',
    'the metaphor of a tapestry',
    phrase('(?:rich|intricate|vibrant|complex|cultural|grand|woven) tapestry|tapestry (?:of|that)'),
  ),
  pattern('delve-into', 'B', 'the phrase “delve into”', phrase('delv(?:e|es|ed|ing) (?:deeper |deep |further )?into')),
  pattern(
    'intricate-interplay',
    'B',
    'the phrase “intricate interplay”',
    phrase('(?:intricate|delicate|complex) (?:interplay|dance|web|tapestry|balance) (?:of|between)'),
  ),
  pattern(
    'ever-evolving',
    'B',
    'the phrase “ever-evolving”',
    phrase('ever[ -]?evolving|(?:rapidly|constantly|ever)[ -](?:evolving|changing) (?:landscape|world)'),
  ),
  pattern(
    'navigate-complexities',
    'B',
    'the phrase “navigate the complexities”',
    phrase(
      "navigat(?:e|es|ed|ing) (?:the |these |this |life's |its )?(?:complexit(?:y|ies)|complex|" +
        'intricac(?:y|ies)|challenges|labyrinth|landscape|world)',
    ),
  ),
  pattern('beacon-of', 'B', 'the metaphor of a beacon', phrase('beacon of (?:hope|light|\\p{L}{4,14})')),
  pattern('realm-of', 'B', 'the phrase “in the realm of”', phrase('in the realms? of')),
  pattern(
    'embark-on-journey',
    'B',
    'the phrase “embark on a journey”',
    phrase(
      'embark(?:s|ed|ing)? (?:up)?on (?:a|an|this|the|their|his|her|my|our|' +
        'your) (?:\\p{L}{2,16} ){0,2}(?:journey|adventure|quest)',
    ),
  ),
  pattern(
    'todays-world',
    'C',
    'the phrase “in today’s fast-paced world”',
    phrase("in today's (?:\\p{L}{3,16}(?:-\\p{L}{3,12})?,? ){0,3}(?:world|age|era|society|landscape)"),
  ),
  pattern(
    'serves-as-reminder',
    'B',
    'the phrase “serves as a reminder”',
    phrase(
      '(?:serv(?:e|es|ed|ing)|stands?|acts?) as an? (?:\\p{L}{3,14} )?(?:reminder|testament|beacon|' +
        'cornerstone|backdrop|catalyst)',
    ),
  ),
  pattern(
    'crucial-role',
    'C',
    'the phrase “plays a crucial role”',
    phrase('play(?:s|ed|ing)? an? (?:crucial|vital|pivotal|significant|critical|key|essential|central) role in'),
  ),
  pattern('in-conclusion', 'B', 'a paragraph that opens with “In conclusion”', opening('In conclusion,')),
  pattern(
    'in-summary',
    'B',
    'a paragraph that opens with “In summary”',
    opening('(?:In summary|To summarize|In essence),'),
  ),
  pattern('overall', 'B', 'a paragraph that opens with “Overall”', opening('Overall,')),
  pattern('ultimately', 'B', 'a paragraph that opens with “Ultimately”', opening('Ultimately,')),
  pattern(
    'above-a-whisper',
    'B',
    'the cliché “barely above a whisper”',
    phrase('(?:barely|hardly|scarcely) (?:above|more than|louder than) a whisper'),
  ),
  pattern(
    'shiver-down-spine',
    'B',
    'the cliché of a shiver down the spine',
    phrase(
      "(?:shivers?|chills?) (?:\\p{L}{2,9} )?(?:down|up) (?:his|her|my|their|your|the|\\p{Lu}\\p{L}{1,14}'s) spines?",
    ),
  ),
  pattern('could-not-help-but', 'B', 'the cliché “couldn’t help but”', phrase("could(?:n't| not) help but")),
  pattern(
    'mix-of-feelings',
    'B',
    'the cliché “a mix of … and …”',
    phrase('with an? (?:mix|mixture|blend) of \\p{L}{3,16}(?: \\p{L}{3,14})? and \\p{L}{3,16}'),
  ),
  pattern(
    'heart-pounding',
    'B',
    'the cliché of a heart pounding in a chest',
    phrase(
      'heart (?:was )?(?:pounding|pounded|hammering|hammered|racing|raced|thudding) (?:in|against) (?:his|' +
        'her|my|their) (?:chest|ribs)',
    ),
  ),
  pattern(
    'hope-this-helps',
    'C',
    'the chat closer “I hope this helps”',
    phrase('I hope (?:this|that|these) (?:helps?|\\p{L}{3,14} (?:helps?|meets?))'),
  ),
  pattern('let-me-know', 'B', 'the chat closer “let me know if you …”', phrase('let me know if (?:you|there)')),
  pattern(
    'feel-free-to',
    'C',
    'the chat closer “feel free to”',
    phrase('feel free to (?:ask|reach|let|share|adjust|modify|customize|provide|contact|explore|add|use|adapt)'),
  ),
  pattern(
    'would-you-like-me',
    'B',
    'the chat closer “Would you like me to”',
    phrase(
      'would you like (?:me to|to (?:know|explore|learn|dive|see|discuss))|is there (?:anything|' +
        'something) else (?:you|I can)',
    ),
  ),
  pattern(
    'stock-name',
    'B',
    'a name that language models give their characters',
    exact(
      '(?<![\\p{L}\\p{N}_])(?:Elara|Eldoria|Kael|Elias Thorne|(?:Dr\\.|Captain|Professor|Detective|Marcus|' +
        'Elara|Lena|Silas) (?:Thorne|Voss)|Sarah Chen|Marcus Chen|Elena (?:Vasquez|Rodriguez|Vance)|' +
        'Whispering Woods|Willow Creek|Aria Blackwood)(?![\\p{L}\\p{N}_])',
    ),
  ),
  pattern(
    'lead-in-agreement',
    'B',
    'an answer that opens with “Sure!” or “Certainly!”',
    exact(
      '^(?<![\\s\\S])\\s{0,4}(?:Sure(?: thing)?|Certainly|Of course|Absolutely|Great question|' +
        "Happy to help)(?:!|[,.] (?:[Hh]ere|I(?:['’]d|['’]ll| can| would)))",
    ),
  ),
  pattern(
    'lead-in-here-is',
    'B',
    'an answer that opens with “Here is a …:”',
    exact(
      '^(?<![\\s\\S])\\s{0,4}(?:Sure[!,.] |Certainly[!,.] |Of course[!,.] |' +
        "Absolutely[!,.] )?(?:[Hh]ere(?:['’]s| is| are)|[Bb]elow (?:is|are)) (?:an?|the|some|one|my|your|" +
        '\\d{1,2}|two|three|four|five|ten)[^.!?\\n]{3,160}:(?=\\s|\\*)',
    ),
  ),
  pattern(
    'refusal',
    'B',
    'a refusal to do a task',
    phrase(
      "I(?:'m| am) (?:sorry|afraid),? but I(?: cannot| can't| am (?:not able|unable) to|'m (?:not able|" +
        "unable) to| won't|'m not (?:going|comfortable)| do not have)|I (?:cannot|can't|am unable to|" +
        "am not able to|won't|will not) (?:assist|fulfill?|comply|generate|engage in|participate in|" +
        'help (?:you )?with (?:that|this))',
    ),
  ),
  pattern(
    'note-padding',
    'C',
    'the filler “it is important to note”',
    phrase(
      "it(?:'s| is) (?:also |always |equally )?(?:important|worth|crucial|essential|vital|" +
        'necessary) (?:to (?:note|remember|recognize|acknowledge|understand|consider|mention|emphasize)|' +
        'noting|mentioning|remembering)',
    ),
  ),
  pattern(
    'bold-bullets',
    'C',
    'list items that open with a heading in bold',
    exact('^[ \\t]{0,8}(?:[-*•+]|\\d{1,2}[.)]) {1,4}\\*\\*[^*\\n]{2,80}(?:\\*\\* ?[:–—-]|:\\*\\*)'),
  ),
  pattern(
    'not-only-but-also',
    'C',
    'the figure “not only … but also”',
    phrase(`not (?:only|just|merely) ${within(120)} but (?:also|rather)`),
  ),
  pattern(
    'negative-parallelism',
    'C',
    'the figure “it is not just …, it is …”',
    phrase(
      `(?:it|this|that|these|they)(?:'s| is| was| are|'re|) (?:not|n't) (?:just|only|merely|simply|` +
        `about) [^.!?\\n]{3,80}?(?:—|–|--|;|,|\\.) ?(?:it|this|that|they|these)(?:'s| is| was| are|'re)|` +
        `(?:isn't|wasn't|aren't) (?:just|only|merely|simply|about) [^.!?\\n]{3,80}?(?:—|–|--|;|,|\\.) ?(?:it|` +
        `this|that|they|these)(?:'s| is| was| are|'re)`,
    ),
  ),
  excessVocabulary,
];
