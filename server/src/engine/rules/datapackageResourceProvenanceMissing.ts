import { declares, INHERITED_PROPERTIES } from '../provenance/declarations/datapackage';
import { objectsAt, textAt } from '../provenance/declarations/documents';
import { insertMembers, jsonStyle } from '../provenance/write';
import { member, type ObjectValue } from '../records/value';
import { recordRule } from './rule';

type Property = (typeof INHERITED_PROPERTIES)[number];

interface Data {
  property: Property;
  /** Names of the resources without it, the first few. */
  shown: readonly string[];
  lacking: number;
  resources: number;
}

/** What says that nothing is known; Frictionless takes over the identifier of Open Definition for it. */
const NOT_KNOWN: Record<Property, { title: string; value: string }> = {
  licenses: {
    title: 'Say that the licence is not specified',
    value: '[{"name": "notspecified", "title": "License not specified"}]',
  },
  sources: { title: 'Say that the sources were not recorded', value: '[{"title": "unrecorded"}]' },
};
const SHOWN = 3;

export const datapackageResourceProvenanceMissing = recordRule<Data>({
  id: 'datapackage-resource-provenance-missing',
  title: 'No licence or no source for a resource of a data package',
  severity: 'information',
  documents: ['datapackage'],
  what: 'A Frictionless data package in which some resource has no `licenses`, or no `sources`, and neither has the package, whose own it would inherit.',
  why: 'The records of that resource inherit nothing: whoever uses them does not know from where they come and on what terms.',
  fix: 'Says for the whole package that the licence is not specified, or that the sources were not recorded. What is true, a person writes.',
  falsePositives: 'Data that the package itself made have no source besides it.',
  examples: {
    file: 'datapackage.json',
    invalid:
      '{"name": "lake", "sources": [{"title": "Lake archive"}], "resources": [{"name": "letters", "path": "letters.csv"}]}\n',
    valid:
      '{"name": "lake", "licenses": [{"name": "CC0-1.0"}], "resources": [{"name": "letters", "path": "letters.csv", "sources": [{"title": "Lake archive"}]}]}\n',
  },
  references: ['Data Package Standard v2: licenses, sources', 'Data Package Standard v2: data resource, inheritance'],
  check: ({ record: { root } }) => {
    if (root?.type !== 'object') return [];
    const resources = objectsAt(root, 'resources');
    const place = member(root, 'resources');
    return INHERITED_PROPERTIES.flatMap((property) => {
      const lacking = declares(root, property) ? [] : resources.filter((resource) => !declares(resource, property));
      const [first] = lacking;
      if (!first || !place) return [];
      const names = lacking
        .slice(0, SHOWN)
        .map((resource) => textAt(resource, 'name', 'path')?.text ?? 'without a name');
      const all = lacking.length === resources.length;
      const span = all ? { start: place.keyStart, end: place.keyEnd } : { start: first.start, end: first.start + 1 };
      return [{ ...span, data: { property, shown: names, lacking: lacking.length, resources: resources.length } }];
    });
  },
  message: ({ property, shown, lacking, resources }) => {
    const what = property === 'licenses' ? 'licence' : 'source';
    if (lacking < resources) {
      return `The package names no ${what}, and ${lacking} of ${resources} resources name none either: ${listed(shown, lacking)}.`;
    }
    return `Neither the package nor ${resources === 1 ? 'its resource' : `any of its ${resources} resources`} names a ${what}.`;
  },
  fixes: ({ data: { property } }, { record: { root, source } }) => {
    const { title, value } = NOT_KNOWN[property];
    const present = member(root as ObjectValue, property)?.value;
    const edit = present
      ? { start: present.start, end: present.end, newText: value }
      : insertMembers(source, root as ObjectValue, [[property, value]], jsonStyle(source, root as ObjectValue));
    return [{ title, safety: 'unsafe', change: { kind: 'edits', edits: [edit] } }];
  },
});

function listed(names: readonly string[], count: number): string {
  const shown = names.map((name) => JSON.stringify(name.slice(0, 40))).join(', ');
  return count > names.length ? `${shown}, …` : shown;
}
