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

Applies the safe fixes: those that change the form of a value and not what it says. Every other byte stays as it is.
Findings that the baseline accepts are fixed too.

  --rule RULE          only this rule; may be repeated
  --dry-run            show the changes, make none
  --config FILE        a configuration for all files, instead of the nearest dataset-hygiene.json
  -h, --help           this text

Exit status: 0 done, 1 a record with a safe fix had to be left as it is, 2 wrong usage or something could not be done.
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

/** Help of the whole program. */
export const GENERAL_HELP = `Usage: dataset-hygiene COMMAND [options]

  check [paths…]       check datasets
  fix [paths…]         apply the safe fixes
  inspect FILE…        say how a file is read
  rules                list the rules
  score FILE           what the detector makes of every record
  explain FILE --row N why a record is judged as it is
  calibrate FILE…      fit the detector to your own human text

  -h, --help           this text, or that of a command
  --version            the version
`;

/** Help by command. */
export const COMMAND_HELP = {
  calibrate: CALIBRATE,
  check: CHECK,
  explain: EXPLAIN,
  fix: FIX,
  inspect: INSPECT,
  rules: RULES,
  score: SCORE,
} as const;

/** Name of a command. */
export type CommandName = keyof typeof COMMAND_HELP;
