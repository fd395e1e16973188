import { fileRule } from './rule';

export const provenanceUndeclared = fileRule<number>({
  id: 'provenance-undeclared',
  title: 'Nothing in or around this dataset declares provenance',
  severity: 'information',
  what: 'One notice for a dataset in which no record, sidecar, configuration or card asserts where its text comes from.',
  why: 'Whoever uses the dataset cannot tell human text from machine text. One line of declaration is enough to begin with.',
  fix: 'Adds a declaration for the file to `dataset-hygiene.json`, or marks single records; from then on every record without provenance is reported.',
  falsePositives: 'A JSON Lines file that is no training data: leave it out with `exclude`.',
  examples: {
    file: 'data.jsonl',
    invalid: '{"text": "A river runs past the mill."}\n',
    valid:
      '{"text": "A river runs past the mill.", "source": "mill", "license": "CC0-1.0", "digital_source_type": "digitalCreation"}\n',
  },
  references: ['Common Pile minimal keys', 'schema.org digitalSourceType'],
  pass: ({ facts, declared }) => {
    let records = 0;
    return {
      add: ({ record }) => {
        if (record.root) records++;
      },
      finish: () => (!declared && records > 0 && facts.shape.role === 'dataset' ? [{ data: records }] : []),
    };
  },
  message: (records) =>
    `Nothing declares where ${records === 1 ? 'this record comes' : `these ${records} records come`} from. Declare it for the file in dataset-hygiene.json, in the dataset card, in a row sidecar, or record by record.`,
});
