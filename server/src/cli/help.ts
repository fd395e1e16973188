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

/** Help of the whole program. */
export const GENERAL_HELP = `Usage: dataset-hygiene COMMAND [options]

  check [paths…]       check datasets
  fix [paths…]         apply the safe fixes
  inspect FILE…        say how a file is read
  rules                list the rules

  -h, --help           this text, or that of a command
  --version            the version
`;

/** Help by command. */
export const COMMAND_HELP = { check: CHECK, fix: FIX, inspect: INSPECT, rules: RULES } as const;

/** Name of a command. */
export type CommandName = keyof typeof COMMAND_HELP;
