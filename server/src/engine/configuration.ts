import { type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import { MAX_GLOB_LENGTH } from './glob';
import type { AssertedValue } from './provenance/assertion';
import { type FieldInfo, type ProvenanceField, provenanceFields } from './provenance/fields';
import { readOrigin } from './provenance/vocabulary';
import { advance, type Position, type Span } from './records/position';
import { ruleById } from './rules';
import type { Severity } from './rules/rule';

/** `dataset-hygiene.json`: data only, JSON with comments. Globs are relative to its folder. */
export interface Configuration {
  /** Files that are datasets besides JSON Lines; naming a file asks for its provenance. */
  datasets: readonly string[];
  /** Files never checked. */
  exclude: readonly string[];
  /** Severity by rule. */
  rules: ReadonlyMap<string, Severity | 'off'>;
  /** Provenance declared for files; a later entry wins over an earlier one. */
  provenance: readonly Declaration[];
  /** What sources of records say of themselves, by dataset id, name, address or a glob of these. */
  sources: ReadonlyMap<string, DeclaredSource>;
  /** Generation steps from human text that are tolerated; undefined for the limit of the rule. */
  maxGenerationDepth?: number;
  /** Where bulk changes write provenance; as the shape of the records has it when absent. */
  placement?: PlacementSetting;
}

/** Where provenance is written: into the records, columns of a table, a row sidecar, or one declaration for the file. */
export type PlacementSetting = (typeof PLACEMENTS)[number];
export const PLACEMENTS = ['inline', 'columns', 'sidecar', 'declaration'] as const;

/** Provenance declared for the files that match. */
export interface Declaration {
  files: readonly string[];
  values: ReadonlyMap<ProvenanceField, { value: AssertedValue; span: Span }>;
}

/** Who or what made the texts of a source. */
export interface DeclaredSource {
  /** A digital source type, or a word that is understood as one. */
  origin: string;
  /** Models that wrote them. */
  generators: readonly string[];
  /** Address where the source says so. */
  url?: string;
  /** Where the declaration stands in the configuration. */
  span: Span;
}

/** Something the configuration says that cannot be followed. */
export interface ConfigurationProblem extends Span {
  message: string;
  position: Position;
}

export const CONFIGURATION_FILE = 'dataset-hygiene.json';
export const SEVERITIES: readonly (Severity | 'off')[] = ['off', 'hint', 'information', 'warning', 'error'];
export const emptyConfiguration: Configuration = {
  datasets: [],
  exclude: [],
  rules: new Map(),
  provenance: [],
  sources: new Map(),
};

/** Reads a configuration; what is wrong is reported with its place, and the rest is followed. */
export function parseConfiguration(text: string): { configuration: Configuration; problems: ConfigurationProblem[] } {
  const reader = new ConfigurationReader(text);
  return { configuration: reader.read(), problems: reader.problems };
}

const ORIGIN = provenanceFields.find(({ field }) => field === 'digital_source_type')!;

class ConfigurationReader {
  readonly problems: ConfigurationProblem[] = [];

  constructor(private readonly text: string) {}

  read(): Configuration {
    const errors: ParseError[] = [];
    const root = this.tree(errors);
    for (const { error, offset, length } of errors) this.problem({ offset, length }, `${printParseErrorCode(error)}.`);
    if (!root) return emptyConfiguration;
    if (root.type !== 'object') {
      this.problem(root, 'The configuration is an object.');
      return emptyConfiguration;
    }
    const parts = {
      datasets: [] as string[],
      exclude: [] as string[],
      rules: new Map(),
      provenance: [] as Declaration[],
      sources: new Map<string, DeclaredSource>(),
      maxGenerationDepth: undefined as number | undefined,
      placement: undefined as PlacementSetting | undefined,
    };
    for (const [key, value, node] of this.members(root)) {
      if (key === 'datasets' || key === 'exclude') parts[key] = this.globs(value);
      else if (key === 'rules') parts.rules = this.rules(value);
      else if (key === 'provenance') parts.provenance = this.declarations(value);
      else if (key === 'sources') parts.sources = this.sources(value);
      else if (key === 'maxGenerationDepth') parts.maxGenerationDepth = this.depth(value);
      else if (key === 'placement') parts.placement = this.placement(value);
      else if (key !== '$schema')
        this.problem(
          node,
          `Unknown key "${key}"; there are datasets, exclude, rules, provenance, sources, maxGenerationDepth and placement.`,
        );
    }
    const { maxGenerationDepth, placement, ...others } = parts;
    return {
      ...others,
      ...(maxGenerationDepth !== undefined && { maxGenerationDepth }),
      ...(placement && { placement }),
    };
  }

  private placement(node: Node): PlacementSetting | undefined {
    const placement = PLACEMENTS.find((known) => known === node.value);
    if (!placement) this.problem(node, `A placement is one of ${PLACEMENTS.join(', ')}.`);
    return placement;
  }

  private depth(node: Node): number | undefined {
    if (Number.isInteger(node.value) && node.value >= 0) return node.value;
    this.problem(node, 'The maximum depth is a whole number, 0 or more.');
    return undefined;
  }

  private tree(errors: ParseError[]): Node | undefined {
    // The parser recurses: a configuration that deep is not one.
    let depth = 0;
    for (const char of this.text) {
      if (char === '[' || char === '{') depth++;
      else if (char === ']' || char === '}') depth--;
      if (depth > 50) {
        this.problem({ offset: 0, length: 1 }, 'The configuration nests too deep.');
        return undefined;
      }
    }
    return parseTree(this.text, errors, { allowTrailingComma: true });
  }

  private members(node: Node): [key: string, value: Node, keyNode: Node][] {
    return (node.children ?? []).flatMap(({ children }): [string, Node, Node][] => {
      const [key, value] = children ?? [];
      return key && value ? [[String(key.value), value, key]] : [];
    });
  }

  private globs(node: Node): string[] {
    const globs = this.strings(node, 'A glob is a string.');
    const fit = globs.filter((glob) => glob.length <= MAX_GLOB_LENGTH);
    if (fit.length < globs.length) this.problem(node, `A glob has at most ${MAX_GLOB_LENGTH} characters.`);
    return fit;
  }

  private strings(node: Node, problem: string): string[] {
    const items = node.type === 'array' ? (node.children ?? []) : [node];
    return items.flatMap((item) => {
      if (item.type === 'string') return [item.value as string];
      this.problem(item, problem);
      return [];
    });
  }

  private rules(node: Node): Map<string, Severity | 'off'> {
    const rules = new Map<string, Severity | 'off'>();
    if (node.type !== 'object') this.problem(node, 'The rules are an object of rule names and severities.');
    for (const [id, value, key] of this.members(node)) {
      if (!ruleById(id)) this.problem(key, `There is no rule "${id}".`);
      else if (!SEVERITIES.includes(value.value)) this.problem(value, `A severity is one of ${SEVERITIES.join(', ')}.`);
      else rules.set(id, value.value);
    }
    return rules;
  }

  private declarations(node: Node): Declaration[] {
    if (node.type !== 'array') {
      this.problem(node, 'Declarations are a list of objects, each with "files" and provenance fields.');
      return [];
    }
    return (node.children ?? []).flatMap((entry) => {
      if (entry.type !== 'object') {
        this.problem(entry, 'A declaration is an object with "files" and provenance fields.');
        return [];
      }
      return [this.declaration(entry)];
    });
  }

  private declaration(entry: Node): Declaration {
    let files: string[] = [];
    const values = new Map<ProvenanceField, { value: AssertedValue; span: Span }>();
    for (const [key, value, node] of this.members(entry)) {
      if (key === 'files') files = this.globs(value);
      else {
        const info = provenanceFields.find(({ field }) => field === key);
        if (!info) this.problem(node, `There is no provenance field "${key}".`);
        else {
          const said = this.fieldValue(value, info);
          const span = { start: node.offset, end: value.offset + value.length };
          if (said !== undefined) values.set(info.field, { value: said, span });
        }
      }
    }
    if (files.length === 0) this.problem(entry, 'A declaration needs "files": a glob or a list of globs.');
    return { files, values };
  }

  private sources(node: Node): Map<string, DeclaredSource> {
    const sources = new Map<string, DeclaredSource>();
    if (node.type !== 'object') this.problem(node, 'The sources are an object of dataset ids and what they hold.');
    for (const [name, value, key] of this.members(node)) {
      const declared = this.source(value, key);
      if (name.length > MAX_GLOB_LENGTH) this.problem(key, `A source has at most ${MAX_GLOB_LENGTH} characters.`);
      else if (declared) sources.set(name, declared);
    }
    return sources;
  }

  private source(node: Node, key: Node): DeclaredSource | undefined {
    let origin: AssertedValue | undefined;
    let generators: string[] = [];
    let url: string | undefined;
    for (const [name, value, at] of this.members(node)) {
      if (name === 'digital_source_type') origin = this.fieldValue(value, ORIGIN);
      else if (name === 'generator') generators = this.strings(value, 'A generator is a string or a list of strings.');
      else if (name === 'url' && value.type === 'string') url = value.value;
      else if (name === 'url') this.problem(value, 'An address is a string.');
      else this.problem(at, `Unknown key "${name}"; a source has digital_source_type, generator and url.`);
    }
    if (typeof origin === 'string') {
      const span = { start: key.offset, end: node.offset + node.length };
      return { origin, generators, ...(url !== undefined && { url }), span };
    }
    if (!this.members(node).some(([name]) => name === 'digital_source_type'))
      this.problem(node, 'A source is an object with "digital_source_type".');
    return undefined;
  }

  private fieldValue(node: Node, { field, type }: FieldInfo): AssertedValue | undefined {
    if (node.type === 'null') return undefined;
    if (type === 'string[]') return this.strings(node, 'This field is a string or a list of strings.');
    const fits = type === 'integer' ? Number.isInteger(node.value) && node.value >= 0 : node.type === 'string';
    if (!fits) {
      this.problem(node, type === 'integer' ? 'This field is a whole number, 0 or more.' : 'This field is a string.');
      return undefined;
    }
    // A word that is not understood would count as a declaration of every record, and say nothing.
    if (field === 'digital_source_type' && readOrigin(node.value).kind === 'unknown') {
      this.problem(node, 'This is no digital source type, such as digitalCreation (human).');
      return undefined;
    }
    return node.value;
  }

  private problem({ offset, length }: { offset: number; length: number }, message: string): void {
    const position = advance({ line: 0, column: 0 }, this.text, offset);
    this.problems.push({ start: offset, end: offset + Math.max(length, 1), message, position });
  }
}
