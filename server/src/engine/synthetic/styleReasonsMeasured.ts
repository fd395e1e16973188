/** Counts that `scripts/measure-style.mjs` makes; it says where this file is out of date. */

/** ISO date of the counts. */
export const measuredOn = '2026-11-23';

/** Labelled documents behind the counts. */
export const measuredDocuments = { human: 45_496, machine: 45_403 } as const;

/** Documents with a match, human and machine, per pattern id. */
export const measuredPatterns: Readonly<Record<string, readonly [human: number, machine: number]>> = {
  'testament-to': [21, 1372],
  tapestry: [2, 641],
  'delve-into': [31, 1012],
  'intricate-interplay': [7, 734],
  'ever-evolving': [7, 205],
  'navigate-complexities': [8, 447],
  'beacon-of': [7, 595],
  'realm-of': [13, 260],
  'embark-on-journey': [7, 444],
  'todays-world': [39, 310],
  'serves-as-reminder': [10, 632],
  'crucial-role': [99, 1488],
  'in-conclusion': [13, 3938],
  'in-summary': [20, 590],
  overall: [43, 933],
  ultimately: [19, 307],
  'above-a-whisper': [1, 133],
  'shiver-down-spine': [8, 348],
  'could-not-help-but': [40, 761],
  'mix-of-feelings': [11, 415],
  'heart-pounding': [2, 230],
  'hope-this-helps': [36, 248],
  'let-me-know': [16, 398],
  'feel-free-to': [42, 174],
  'would-you-like-me': [12, 186],
  'stock-name': [0, 202],
  'lead-in-agreement': [2, 1202],
  'lead-in-here-is': [15, 1553],
  refusal: [1, 32],
  'note-padding': [136, 1268],
  'bold-bullets': [239, 6056],
  'not-only-but-also': [432, 1887],
  'negative-parallelism': [59, 291],
  'excess-vocabulary': [2, 2483],
};
