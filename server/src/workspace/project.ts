import { existsSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import {
  CONFIGURATION_FILE,
  type Configuration,
  type ConfigurationProblem,
  parseConfiguration,
} from '../engine/configuration';
import { type FileInputs, noInputs } from '../engine/context';
import { matchesAny } from '../engine/glob';
import { configurationDeclaration } from '../engine/provenance/declarations/configuration';
import { type Claim, inherit, type NearDeclaration } from '../engine/provenance/inheritance';
import { declarationsOfSources, type SourceDeclarations, shippedSources } from '../engine/provenance/knownSources';
import { configuredSources } from '../engine/provenance/knownSourcesConfigured';
import { SIDECAR_ENDING } from '../engine/provenance/sidecar';
import { originClass } from '../engine/provenance/vocabulary';
import { extensionOf, mayHoldRecords } from '../engine/records/format';
import type { Judge } from '../engine/synthetic/judge';
import type { OwnCalibration } from '../engine/synthetic/ownCalibration';
import { BaselineFile, baselinePath } from './baselineFile';
import { calibrationPath, readCalibration } from './calibrationFile';
import { DeclarationFiles } from './declarations';
import { FolderChains } from './folders';
import { IgnoreRules } from './ignored';
import { LocalSources } from './localSources';
import { readText } from './readText';
import { rowSidecars } from './rowSidecars';
import { SiblingIds } from './siblingIds';

/** Why a file is checked, or why not. */
export type Selection =
  | { checked: true; why: 'JSON Lines' | 'configuration' | 'dataset card' | 'manifest' | 'a declaration' }
  /** `isData`: by its name it could have been one, so that leaving it out is worth telling. */
  | { checked: false; why: string; isData: boolean };

/** A configuration file and what it says. */
export interface LoadedConfiguration {
  /** Its folder: globs and state are relative to it. */
  root: string;
  path: string;
  text: string;
  configuration: Configuration;
  problems: readonly ConfigurationProblem[];
}

export interface ProjectOptions {
  /** A configuration to use for every file instead of the nearest one. */
  configuration?: string;
  /** A baseline to use instead of the project's own; false for none, as in an untrusted workspace. */
  baseline?: string | false;
  /** Text of a file that an editor holds unsaved; undefined falls back to the disk. */
  overlay?: (path: string) => string | undefined;
  /** The detector; without it no text is judged. */
  judge?: () => Judge;
  now?: () => number;
}

/** Builds and documentation leave many texts that nobody misses. */
const PROSE = new Set(['md', 'markdown', 'txt']);
/** Words in a path or card that say: this dataset is about text of models. */
const MODEL_TEXT =
  /\b(?:jailbreaks?|prompt[- ]?injections?|red[- ]?team(?:ing)?|refusals?|llm[- ]?detect\w*|ai[- ]?generated[- ]?text|machine[- ]?generated[- ]?text[- ]?detect\w*|ai[- ]?text[- ]?detect\w*|guardrails?)\b/i;

/**
 * What the files around a dataset say: which files are datasets, and what each inherits. All reading of configuration,
 * cards, sidecars, baselines and ignore files happens here; results are kept until `forget` is called.
 */
export class Project {
  private readonly ignore = new IgnoreRules();
  private readonly configurations = new Map<string, LoadedConfiguration | undefined>();
  private readonly chains = new FolderChains();
  private readonly declarations = new DeclarationFiles(
    (path) => this.text(path),
    (folder) => this.chains.of(folder),
  );
  private readonly localSources = new LocalSources((path) => this.text(path));
  private readonly siblingIds = new SiblingIds((path) => this.select(path).checked);
  private readonly baselines = new Map<string, BaselineFile | undefined>();
  private readonly calibrations = new Map<string, OwnCalibration | undefined>();

  constructor(readonly options: ProjectOptions = {}) {}

  /** Something around the datasets changed: read it again when it is asked for. */
  forget(): void {
    this.ignore.clear();
    this.configurations.clear();
    this.chains.clear();
    this.declarations.clear();
    this.localSources.clear();
    this.siblingIds.clear();
    this.baselines.clear();
    this.calibrations.clear();
  }

  /** The configuration that holds for a file: the nearest one upwards, not beyond the repository. */
  configurationFor(path: string): LoadedConfiguration | undefined {
    const named = this.options.configuration;
    if (named) return this.loadConfiguration(named);
    for (const folder of this.chains.of(dirname(path))) {
      const loaded = this.loadConfiguration(join(folder, CONFIGURATION_FILE));
      if (loaded) return loaded;
    }
    return undefined;
  }

  /** Folder that paths and state are relative to: that of the configuration, else of the repository, else the file's. */
  rootOf(path: string): string {
    const root = this.configurationFor(path)?.root;
    if (root) return root;
    const folders = this.chains.of(dirname(path));
    const top = folders[folders.length - 1]!;
    return existsSync(join(top, '.git')) ? top : dirname(path);
  }

  /** Whether a file is a dataset, when nobody named it. */
  select(path: string): Selection {
    const name = basename(path);
    const isData = mayHoldRecords(name);
    const extension = extensionOf(name);
    const leftOut = (why: string, counts = isData): Selection => ({ checked: false, why, isData: counts });
    if (name.endsWith(SIDECAR_ENDING)) return leftOut('a row sidecar', false);
    if (name === CONFIGURATION_FILE) return leftOut('the configuration', false);
    const folders = this.chains.of(dirname(path));
    if (this.ignore.isIgnored(folders[folders.length - 1]!, path))
      return leftOut('ignored by git, or a package folder', isData && !PROSE.has(extension));
    const loaded = this.configurationFor(path);
    if (loaded) {
      const local = slashed(relative(loaded.root, path));
      if (matchesAny(local, loaded.configuration.exclude)) return leftOut(`excluded by ${CONFIGURATION_FILE}`);
      if (this.isNamed(loaded, local)) return { checked: true, why: 'configuration' };
    }
    if (extension === 'jsonl' || extension === 'ndjson') return { checked: true, why: 'JSON Lines' };
    if (this.declarations.kindOf(path)) return { checked: true, why: 'a declaration' };
    if (!isData || name.toLowerCase() === 'readme.md') return leftOut('not a data file', false);
    const namedBy = this.declarations.namedBy(path);
    if (namedBy) return { checked: true, why: namedBy === 'hf-dataset-card' ? 'dataset card' : 'manifest' };
    return leftOut(`nothing names it as a dataset: add it to "datasets" in ${CONFIGURATION_FILE}`);
  }

  /** Everything the findings of a file depend on besides its bytes. */
  inputsFor(path: string): FileInputs {
    const loaded = this.configurationFor(path);
    const near = this.declarations.near(path, this.rootOf(path));
    const inherited = inherit(loaded ? [this.declared(loaded, path), ...near] : near);
    const baseline = this.baselineFor(path);
    const judge = this.judgeFor(path);
    const local = slashed(relative(this.rootOf(path), path));
    const sidecar = rowSidecars(path, local, (file) => this.text(file));
    const subject = [local.replaceAll('_', ' '), ...near.flatMap(({ declaration }) => declaration.reading.tags)];
    return {
      ...noInputs,
      inherited: inherited.assertions,
      inheritedByColumn: inherited.columns,
      columnMappings: inherited.mappings,
      claims: inherited.claims,
      ...(sidecar && { sidecar }),
      severities: loaded?.configuration.rules ?? noInputs.severities,
      ...(baseline && { baseline }),
      optedIn: loaded !== undefined && matchesAny(slashed(relative(loaded.root, path)), loaded.configuration.datasets),
      aboutModelText: subject.some((text) => MODEL_TEXT.test(text)),
      ...(judge && { judge }),
      sources: this.sources(loaded, path),
      deniesMachineText: inherited.claims.some(deniesMachine),
      idsElsewhere: () => this.siblingIds.around(path),
      generators: this.generators(loaded),
      maxGenerationDepth: loaded?.configuration.maxGenerationDepth ?? noInputs.maxGenerationDepth,
      now: (this.options.now ?? Date.now)(),
    };
  }

  /** What sources say of themselves: the configuration's map, then summaries found here, then the table we ship. */
  private sources(loaded: LoadedConfiguration | undefined, path: string): SourceDeclarations {
    const local = this.localSources.of(this.chains.of(dirname(path)));
    if (!loaded) return local.length > 0 ? declarationsOfSources(...local) : shippedSources;
    const configured = configuredSources(loaded.configuration.sources, loaded.text, basename(loaded.path));
    return declarationsOfSources(configured, ...local);
  }

  /** @throws Error naming the file when a baseline is there and cannot be read */
  baselineFor(path: string): BaselineFile | undefined {
    const { baseline } = this.options;
    if (baseline === false) return undefined;
    const file = baseline ?? baselinePath(this.rootOf(path));
    if (!this.baselines.has(file)) {
      try {
        this.baselines.set(file, BaselineFile.read(file));
      } catch (error) {
        throw new Error(`${file} cannot be read: ${(error as Error).message}`);
      }
    }
    return this.baselines.get(file);
  }

  /**
   * The detector as it holds for a file: with the project's own calibration where there is one that may be honoured.
   *
   * @throws Error naming the file when a calibration is there and cannot be read
   */
  judgeFor(path: string): Judge | undefined {
    const shipped = this.options.judge?.();
    if (!shipped || this.options.baseline === false) return shipped;
    const file = calibrationPath(this.rootOf(path));
    if (!this.calibrations.has(file)) this.calibrations.set(file, readCalibration(file));
    const own = this.calibrations.get(file);
    return own && own.model === shipped.date ? shipped.calibratedTo(own) : shipped;
  }

  private isNamed({ configuration }: LoadedConfiguration, local: string): boolean {
    return (
      matchesAny(local, configuration.datasets) ||
      configuration.provenance.some(({ files }) => matchesAny(local, files))
    );
  }

  /** The declarations of the configuration as one more document; of those for a file the last comes first. */
  private declared({ root, path: file, configuration, text }: LoadedConfiguration, path: string): NearDeclaration {
    return {
      declaration: configurationDeclaration(configuration, text),
      file: basename(file),
      path: slashed(relative(root, path)),
      above: 0,
    };
  }

  /** Models that the configuration names, to be offered when a generator is asked for. */
  private generators(loaded: LoadedConfiguration | undefined): string[] {
    const named =
      loaded?.configuration.provenance.flatMap(({ values }) => String(values.get('generator')?.value ?? '')) ?? [];
    return [...new Set(named.filter((name) => name !== ''))];
  }

  private loadConfiguration(path: string): LoadedConfiguration | undefined {
    if (!this.configurations.has(path)) {
      const text = this.text(path);
      const loaded = text === undefined ? undefined : { root: dirname(path), path, text, ...parseConfiguration(text) };
      this.configurations.set(path, loaded);
    }
    return this.configurations.get(path);
  }

  private text(path: string): string | undefined {
    return this.options.overlay?.(path) ?? readText(path);
  }
}

/** Says of every record that a person made it, or of none that a machine did. */
function deniesMachine({ field, value, quantifier }: Claim): boolean {
  if (field !== 'digital_source_type' || typeof value !== 'string') return false;
  const origin = originClass(value);
  return quantifier === 'every' ? origin === 'human' : quantifier === 'none' && origin === 'machine';
}

const slashed = (path: string) => (sep === '/' ? path : path.split(sep).join('/'));
