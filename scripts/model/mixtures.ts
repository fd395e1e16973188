/** How much of a machine passage inside a long human text is found. Host, passage: neither has the judging model seen. */
import type { Judge } from '../../server/src/engine/synthetic/judge';
import { type LabelledText, wordOffsets } from './corpora';
import type { Count } from './figures';
import { groupBy } from './groupBy';
import { randomFrom } from './random';
import { beginningOf } from './scoreTexts';

/** What `likely` makes of one length of hosts with one length of passages put into them. */
export interface MixtureFigures {
  readonly words: number;
  readonly passage: number;
  /** Mixed texts that are likely. */
  readonly found: Count;
  /** … of which the squiggle covers at least half of the passage. */
  readonly located: Count;
  /** The hosts without anything put into them. */
  readonly alarms: Count;
}

const HOSTS = [600, 1200, 2400];
const PASSAGES = [150, 200, 300];
/** Hosts of each length, at most. */
const MOST = 1500;

/** Splices; `foldOf` says by which judge, and so which texts may be mixed. */
export function mixtureFigures(
  texts: readonly LabelledText[],
  judges: readonly Judge[],
  foldOf: (corpus: string) => number,
): MixtureFigures[] {
  const judged = texts.filter(({ corpus }) => foldOf(corpus) >= 0);
  const machine = groupBy(
    judged.filter(({ machine }) => machine),
    ({ corpus }) => String(foldOf(corpus)),
  );
  return HOSTS.flatMap((words) => {
    const hosts = spread(hostsOf(judged, words), MOST);
    const alarms: Count = [
      hosts.filter(({ text, corpus }) => isLikely(judges[foldOf(corpus)]!, text)).length,
      hosts.length,
    ];
    return PASSAGES.map((passage) => {
      const random = randomFrom(words + passage);
      let found = 0;
      let located = 0;
      for (const { text, corpus } of hosts) {
        const { mixed, start, end } = splice(
          text,
          inserted(machine.get(String(foldOf(corpus)))!, passage, random),
          random,
        );
        const { band, passages } = judges[foldOf(corpus)]!.judge(mixed);
        if (band !== 'likely') continue;
        found++;
        const [first] = passages;
        if (first && 2 * (Math.min(first.end, end) - Math.max(first.start, start)) >= end - start) located++;
      }
      return { words, passage, found: [found, hosts.length], located: [located, hosts.length], alarms };
    });
  });
}

function isLikely(judge: Judge, text: string): boolean {
  return judge.judge(text).band === 'likely';
}

/** Human texts of so many words, strung together from texts of one corpus and register where they are shorter. */
function hostsOf(texts: readonly LabelledText[], words: number): { text: string; corpus: string }[] {
  const people = groupBy(
    texts.filter(({ machine }) => !machine),
    ({ corpus, domain }) => `${corpus} ${domain}`,
  );
  const hosts: { text: string; corpus: string }[] = [];
  for (const group of people.values()) {
    let joined = '';
    for (const { text, corpus } of group) {
      joined = joined === '' ? text : `${joined}\n\n${text}`;
      const host = beginningOf(joined, words, words);
      if (host === undefined) continue;
      hosts.push({ text: host, corpus });
      joined = '';
    }
  }
  return hosts;
}

/** The first `words` words of a random machine text that has as many. */
function inserted(texts: readonly LabelledText[], words: number, random: () => number): string {
  for (;;) {
    const beginning = beginningOf(texts[Math.floor(random() * texts.length)]!.text, words, words);
    if (beginning !== undefined) return beginning;
  }
}

/** The passage as a paragraph of its own before a random word of the host. */
function splice(host: string, passage: string, random: () => number): { mixed: string; start: number; end: number } {
  const offsets = wordOffsets(host);
  const at = offsets[2 * Math.floor((random() * offsets.length) / 2)]!;
  const before = `${host.slice(0, at)}\n\n`;
  const start = before.length;
  return { mixed: `${before}${passage}\n\n${host.slice(at)}`, start, end: start + passage.length };
}

/** At most `most` items, evenly spread. */
function spread<Item>(items: readonly Item[], most: number): Item[] {
  const every = Math.ceil(items.length / most);
  return items.filter((_, index) => index % every === 0);
}
