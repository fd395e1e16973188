import { remember } from './memo';

/** Longest text that is read as the name of a source, in UTF-16 units. */
const LONGEST = 300;

/** Pages of a dataset on the Hub that are followed by a revision, by a configuration, or by neither. */
const BEFORE_REVISION = new Set(['tree', 'blob', 'resolve', 'raw', 'blame']);
const OTHER_PAGES = new Set(['discussions', 'commit', 'commits', 'settings', 'edit', 'embed', 'data', 'main']);

const HUB =
  /^(?:hf:\/\/(?:datasets\/)?|(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co|hf-mirror\.com|modelscope\.c[no])\/datasets\/|datasets\/(?=[^/]+\/))/i;
const GITHUB =
  /^(?:(?:git\+)?(?:https?|ssh|git):\/\/(?:git@)?(?:www\.)?(?:github\.com|raw\.githubusercontent\.com)\/|git@github\.com:|github\.com\/)([\w.-]+)\/([\w.-]+)/i;
const WEB = /^[a-z][a-z0-9+.-]*:\/\/(?:[^/?#@]*@)?(?:www\.)?([^/?#:]+)(?::\d+)?([^?#]*)/i;
const ID = /^([\w.-]+)\/([\w.-]+)(?:@[^/#:]*)?(?:[/#:](.*))?$/;
const EXTENSION = /\.(?:jsonl?|ndjson|csv|tsv|parquet|arrow|txt)(?:\.(?:gz|zst|bz2|xz))?$/;

/**
 * Names under which a source may be known, the most specific first: `org/name#part` and `org/name` for a dataset on the
 * Hub, however it is addressed; `github.com/owner/repository`; the address of another page, its first folder and its host; else the bare
 * name without case, spaces, `-`, `_`, revision and file extension. None for a text that is no name.
 */
export const namesOfSource: (source: string) => readonly string[] = remember(readNames);

function readNames(source: string): readonly string[] {
  const text = source.trim();
  if (text === '' || text.length > LONGEST || /[\r\n]/.test(text)) return [];
  const github = GITHUB.exec(text);
  if (github) return [`github.com/${github[1]}/${github[2]!.replace(/\.git$/i, '')}`.toLowerCase()];
  const hub = HUB.exec(text);
  if (hub) return idNames(text.slice(hub[0].length).replace(/\?.*$/, '')) ?? [];
  const web = WEB.exec(text);
  if (web) {
    const host = web[1]!.toLowerCase();
    const [first, ...more] = web[2]!.toLowerCase().split('/').slice(1);
    if (!first) return [host];
    const section = `${host}/${first}`;
    return more.length > 0 ? [`${section}/${more.join('/')}`, section, host] : [section, host];
  }
  return idNames(text) ?? bareNames(text);
}

function idNames(text: string): readonly string[] | undefined {
  const id = ID.exec(text);
  if (!id) return undefined;
  const name = `${id[1]}/${id[2]}`.toLowerCase();
  const part = partOf(id[3] ?? '');
  return part ? [`${name}#${part}`, name] : [name];
}

/** Configuration or folder of a dataset that the rest of its address leads to. */
function partOf(rest: string): string | undefined {
  const segments = rest
    .toLowerCase()
    .split(/[/#:]/)
    .filter((segment) => segment !== '');
  let at = 0;
  if (BEFORE_REVISION.has(segments[0] ?? '')) at = 2;
  else if (segments[0] === 'viewer') at = 1;
  while (OTHER_PAGES.has(segments[at] ?? '')) at++;
  return segments[at];
}

function bareNames(text: string): readonly string[] {
  if (text.includes('/') || text.includes('\\')) return [];
  const name = text
    .toLowerCase()
    .replace(/[@#].*$/, '')
    .replace(EXTENSION, '')
    .replace(/[\s_-]+/g, '');
  return name === '' ? [] : [name];
}

/** An id of a record that is the name of its source and a number, as summaries of collections number their records. */
const NUMBERED = /^(.{8,200}?)[-_:#/]\d+$/;

/**
 * Name of the source that the id of a record begins with: `HelpSteer-4`. A bare name shorter than eight characters is
 * more often a word than a dataset.
 */
export function sourceOfId(id: string): string | undefined {
  return id.length > LONGEST ? undefined : NUMBERED.exec(id)?.[1];
}
