const CHECK = `Usage: dataset-hygiene check [paths…] [options]

Checks datasets for provenance and machine text. A file that is named is checked; in a folder, JSON Lines are, and what
the configuration, the dataset card or a manifest names. Without paths: the current folder.

  --format FORMAT      text (default), json (one object a line), sarif or github
  --config FILE        a configuration for all files, instead of the nearest dataset-hygiene.json
  --baseline FILE      accepted findings, instead of .dataset-hygiene/baseline.json of the project
  --write-baseline     accept all findings there are now
  --prune-baseline     forget accepted findings that are gone; run it on all files of the baseline
  --max-warnings N     tolerate up to N findings below error
  -h, --help           this text

Exit status: 0 clean (hints do not count), 1 findings, 2 wrong usage or something could not be read.
`;

const FIX = `Usage: dataset-hygiene fix [paths…] [options]

Without --set: applies the safe fixes, which change the form of a value and not what it says. With --set: writes values
that you choose into every record, or into those that --rule and --where name. Every other byte stays as it is. Findings
that the baseline accepts are fixed too.

  --set FIELD=VALUE    write this provenance; may be repeated. FIELD= clears. Fields: digital_source_type (human,
                       synthetic, mixed or a code), annotations_creator, generator, source, license, created, added,
                       derived_from, generation_depth
  --rule RULE          only this rule's fixes; with --set, only records in which it finds something; may be repeated
  --where CONDITION    only records of which this holds; may be repeated, all must hold:
                         FIELD=VALUE      effective provenance, as source=wiki
                         missing:FIELD    no level says it
                         shape=ID         shape of the records, as inspect names it
                         row=N, row=N-M   numbers of records, from 0
                         KEY=VALUE        any other key of the record; /a/b=VALUE by JSON pointer
  --placement PLACE    where values are written, instead of what the configuration and the shape of the records say:
                         inline           in the record: an object, or columns that a table has
                         columns          in columns of a table, which are added where it lacks them
                         sidecar          in FILE.provenance.jsonl; the file is left as it is
                         declaration      once for the whole file, in dataset-hygiene.json
  --out FILE           write the new version of one file to this new file, and leave the old one as it is
  --dry-run            show how much would change, and the first changes; change nothing
  --diff               show every change as a unified diff of records; change nothing
  --config FILE        a configuration for all files, instead of the nearest dataset-hygiene.json
  -h, --help           this text

All files change, or none does. "dataset-hygiene undo" takes the whole step back.

Exit status: 0 done, 1 a record had to be left as it is, 2 wrong usage, interrupted, or something could not be done.
`;

const UNDO = `Usage: dataset-hygiene undo [FILE]

Takes the last fix or restore back, or the last one that changed FILE, with everything that it wrote: every file gets
exactly the bytes it had. Refuses when one of them was changed since. What that takes is kept in .dataset-hygiene/undo
for the last 20 steps.

  -h, --help           this text

Exit status: 0 done, 2 wrong usage, or nothing was taken back.
`;

const RESTORE = `Usage: dataset-hygiene restore FILE --from UPSTREAM [options]

Puts dropped provenance back: finds each record of FILE in the dataset it was made from, and writes what that says of it
where FILE says nothing. Records that UPSTREAM has twice, with different provenance, are never guessed.

  --from UPSTREAM      the dataset with the provenance, in any format that is read
  --key KEY            find records by this key, as id, or by a JSON pointer; else by the hash of their texts
  --dry-run            show how much would change, and the first changes; change nothing
  --config FILE        a configuration, instead of the nearest dataset-hygiene.json
  -h, --help           this text

Exit status: 0 done, 1 a record is ambiguous, not found, or had to be left as it is, 2 wrong usage or something could not
be done. "dataset-hygiene undo" takes it back.
`;

const INSPECT = `Usage: dataset-hygiene inspect FILE… [options]

Says how a file is read: format, encoding, shape of its records, text and provenance fields, and what declares its
provenance.

  --format FORMAT      text (default) or json (one object a line)
  --config FILE        a configuration for all files, instead of the nearest dataset-hygiene.json
  -h, --help           this text
`;

const RULES = `Usage: dataset-hygiene rules [options]

Lists the rules.

  --format FORMAT      text (default) or json (one object a line)
  -h, --help           this text
`;

const SCORE = `Usage: dataset-hygiene score FILE [options]

What the detector makes of every record, one JSON object a line: row, words, score (log-odds of the whole text, higher
= more likely machine text), band (abstain, unlikely, possible, likely) and reasons.

  --field POINTER      the text to score, as a JSON pointer such as /text; else the text fields of the shape
  --config FILE        a configuration, instead of the nearest dataset-hygiene.json
  -h, --help           this text
`;

const EXPLAIN = `Usage: dataset-hygiene explain FILE --row N [options]

Why a record is judged as it is: its provenance and where each value comes from, the verdict on its texts, the reasons,
and the words that weighed most on either side.

  --row N              number of the record, from 0
  --provenance         only its provenance: each value, its scope, file and line, and what it overrides
  --field POINTER      the text to explain, as a JSON pointer such as /text
  --config FILE        a configuration, instead of the nearest dataset-hygiene.json
  -h, --help           this text
`;

const CALIBRATE = `Usage: dataset-hygiene calibrate FILE… [options]

Fits the thresholds of the detector to text that you know people wrote, so that at most one in two hundred of such texts
is called likely. They are kept in .dataset-hygiene/calibration.json, hold for editor and command line, and are named in
every message. Only figures are kept, none of the text.

  --field POINTER      the text, as a JSON pointer such as /text; else the text fields of the shape
  --config FILE        a configuration, instead of the nearest dataset-hygiene.json
  -h, --help           this text
`;

const DESCRIBE = `Usage: dataset-hygiene describe FOLDER --as KIND [options]

Writes what the records of a folder say of themselves as a declaration for the whole dataset: who or what made the text,
generators by share, licences, sources, dates. What stands in the document already is kept; where it contradicts the
records, that is reported and left. Shows the new document, or the changes of the one that is there.

  --as KIND            card (README.md), croissant (croissant.json), datapackage (datapackage.json),
                       dps (data-provenance.json: OASIS Data Provenance Metadata 1.0) or
                       ai-act (training-content-summary.md: figures for a draft, no statement of compliance)
  --write              write the document
  --config FILE        a configuration for all files, instead of the nearest dataset-hygiene.json
  -h, --help           this text

Exit status: 0 done, 1 something in the document contradicts the records, 2 wrong usage or something could not be done.
`;

/** Help of the whole program. */
export const GENERAL_HELP = `Usage: dataset-hygiene COMMAND [options]

  check [paths…]       check datasets
  fix [paths…]         apply the safe fixes, or write values that you choose
  undo [FILE]          take the last fix or restore back
  restore FILE --from UPSTREAM
                       put dropped provenance back
  inspect FILE…        say how a file is read
  rules                list the rules
  score FILE           what the detector makes of every record
  explain FILE --row N why a record is judged as it is
  calibrate FILE…      fit the detector to your own human text
  describe FOLDER      write a card, Croissant or the like from what the records say

  -h, --help           this text, or that of a command
  --version            the version
`;

/** Help by command. */
export const COMMAND_HELP = {
  calibrate: CALIBRATE,
  check: CHECK,
  describe: DESCRIBE,
  explain: EXPLAIN,
  fix: FIX,
  inspect: INSPECT,
  restore: RESTORE,
  rules: RULES,
  score: SCORE,
  undo: UNDO,
} as const;

/** Name of a command. */
export type CommandName = keyof typeof COMMAND_HELP;
