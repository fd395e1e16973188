import type { ObjectValue, Value } from '../../records/value';
import type { CroissantDocument } from './croissantDocument';

/** An agent that a node is attributed to. */
export interface Agent {
  /** Where it is named in the attribution. */
  value: Value;
  /** The model, as `org/model` where that can be told, else as it is called. */
  name: string | undefined;
}

/** Agents that something is attributed to: programs, people, and those that may be either. */
export interface Attributions {
  software: readonly Agent[];
  people: readonly Agent[];
  others: number;
}

const SOFTWARE = ['prov:SoftwareAgent', 'sc:SoftwareApplication'];
const PEOPLE = ['prov:Person', 'sc:Person', 'foaf:Person'];

/** Who a node was attributed to (`prov:wasAttributedTo`), by kind. An agent of no stated kind may be anything. */
export function attributionsOf(document: CroissantDocument, node: ObjectValue): Attributions {
  const software: Agent[] = [];
  const people: Agent[] = [];
  let others = 0;
  for (const value of document.values(node, 'prov:wasAttributedTo')) {
    const agent = document.resolve(value);
    const of = { value, name: agent && agentName(document, agent) };
    if (agent && document.isA(agent, ...SOFTWARE)) software.push(of);
    else if (agent && document.isA(agent, ...PEOPLE)) people.push(of);
    else others++;
  }
  return { software, people, others };
}

const HUB_MODEL = /^https?:\/\/huggingface\.co\/(?!datasets\/|spaces\/)([\w.-]+\/[\w.-]+)\/?$/;
const MODEL = /^[\w.-]+\/[\w.-]+(?:@[\w.-]+)?$/;

/** A name that is a model id wins; else the label is what people wrote for people, and the id what they wrote last. */
function agentName(document: CroissantDocument, agent: ObjectValue): string | undefined {
  const names = ['prov:label', 'rdfs:label', 'sc:name', 'foaf:name', '@id', 'sc:url'].flatMap((property) =>
    document.texts(agent, property).map(({ text }) => text.trim()),
  );
  for (const name of names) {
    const model = HUB_MODEL.exec(name)?.[1] ?? (MODEL.test(name) ? name : undefined);
    if (model) return model;
  }
  return names[0];
}
