import type { ObjectValue, TextValue } from '../../records/value';
import {
  asSaid,
  namedLicense,
  objectsAt,
  type Reach,
  type Said,
  Statements,
  spanOf,
  textAt,
  textsAt,
} from './documents';
import type { DeclarationReading } from './reading';

const REACH: Reach = { scope: 'dataset' };
/** Dataset packages by the name of SPDX 3.0, of its release candidates, and as prefixed terms. */
const DATASET = /^(?:dataset[_:])(?:DatasetPackage|Dataset)$/;
const SOFTWARE_AGENT = /^(?:core[_:])?SoftwareAgent$/;
const AI_PACKAGE = /^ai[_:]AIPackage$/;

/**
 * Reads the datasets of an SPDX 3 document (JSON-LD, one graph or one element). SPDX 2 knows no datasets.
 *
 * SPDX has no property for who or what made the text. A generator is named where the originator is a software agent, or
 * where an AI package of the document `generates` the dataset. `builtTime` is the dataset's, which no record inherits.
 */
export function readSpdx(root: ObjectValue): DeclarationReading {
  const graph = new Graph([...objectsAt(root, '@graph'), root]);
  const statements = new Statements();
  const datasets = graph.elements.filter((element) => isA(element, DATASET));
  for (const dataset of datasets) readDataset(dataset, datasets.length === 1, graph, statements);
  return { statements: statements.list, columns: [], dataFiles: undefined, tags: [] };
}

function readDataset(dataset: ObjectValue, alone: boolean, graph: Graph, statements: Statements): void {
  const count = (listed: number) => (alone ? listed : Number.POSITIVE_INFINITY);
  const id = idOf(dataset)?.text;
  const declared = graph.related(id, 'hasDeclaredLicense');
  const licenses = declared.length > 0 ? declared : graph.related(id, 'hasConcludedLicense');
  const named = licenses.flatMap((reference) => licenseOf(reference, graph));
  statements.sayEach('license', named, REACH, count(licenses.length));
  const location = textAt(dataset, 'software_downloadLocation', 'downloadLocation');
  if (location) statements.sayEach('source', [asSaid(location)], REACH, count(1));
  const parents = [...graph.related(id, 'descendantOf'), ...graph.relating('ancestorOf', id)];
  const ids = parents.map((parent) => ({ ...spanOf(parent), value: [parent.text] }));
  statements.sayEach('derived_from', ids, REACH, count(ids.length));
  const agents = textsAt(dataset, 'originatedBy').filter(({ text }) => isA(graph.get(text), SOFTWARE_AGENT));
  const models = graph.relating('generates', id).filter(({ text }) => isA(graph.get(text), AI_PACKAGE));
  const generators = [...agents, ...models].map((reference) => {
    const element = graph.get(reference.text)!;
    return asSaid(textAt(element, 'name') ?? reference);
  });
  statements.sayEach('generator', generators, REACH, count(generators.length));
  const built = textAt(dataset, 'builtTime');
  if (built) statements.say('created', asSaid(built), REACH, 'some');
}

/** The licence that a reference leads to: an expression, a listed licence by its address, or one of its own. */
function licenseOf(reference: TextValue, graph: Graph): Said[] {
  if (/\/(?:NoAssertion|None)(?:License)?$|_No(?:Assertion|ne)License$/i.test(reference.text)) return [];
  const element = graph.get(reference.text);
  const expression = element && textAt(element, 'simplelicensing_licenseExpression');
  const known = namedLicense(expression ? [expression] : [reference]);
  if (expression || !element || (known[0] && known[0].value !== reference.text)) return known;
  const name = textAt(element, 'name')?.text ?? reference.text.replace(/^.*[/#]/, '');
  return [{ ...spanOf(reference), value: `LicenseRef-${name.trim().replace(/[^\w.-]+/g, '-')}` }];
}

/** The elements of a document by their ids, and the relationships between them. */
class Graph {
  private readonly byId = new Map<string, ObjectValue>();
  private readonly relationships = new Map<string, { from: TextValue; to: TextValue[] }[]>();

  constructor(readonly elements: readonly ObjectValue[]) {
    for (const element of elements) {
      const id = idOf(element);
      if (id && !this.byId.has(id.text)) this.byId.set(id.text, element);
      const type = textAt(element, 'relationshipType')?.text;
      const from = textAt(element, 'from');
      if (!type || !from) continue;
      const same = this.relationships.get(type) ?? [];
      this.relationships.set(type, same);
      same.push({ from, to: textsAt(element, 'to') });
    }
  }

  get(id: string): ObjectValue | undefined {
    return this.byId.get(id);
  }

  /** What an element stands in a relationship to. */
  related(id: string | undefined, type: string): TextValue[] {
    return (this.relationships.get(type) ?? []).flatMap(({ from, to }) => (from.text === id ? to : []));
  }

  /** The elements that stand in a relationship to this one. */
  relating(type: string, id: string | undefined): TextValue[] {
    return (this.relationships.get(type) ?? []).flatMap(({ from, to }) =>
      to.some(({ text }) => text === id) ? [from] : [],
    );
  }
}

const idOf = (element: ObjectValue) => textAt(element, 'spdxId', '@id');

function isA(element: ObjectValue | undefined, type: RegExp): boolean {
  return element !== undefined && type.test(textAt(element, 'type', '@type')?.text ?? '');
}
