#!/usr/bin/env node
import { version } from '../../../package.json';
import { calibrateCommand } from './calibrate';
import { checkCommand } from './check';
import { describeCommand } from './describe';
import { EXIT, type ExitCode } from './exit';
import { explainCommand } from './explain';
import { fixCommand } from './fix';
import { COMMAND_HELP, type CommandName, GENERAL_HELP } from './help';
import { inspectCommand } from './inspect';
import { restoreCommand } from './restore';
import { rulesCommand } from './rules';
import { scoreCommand } from './score';
import { Terminal } from './terminal';
import { undoCommand } from './undo';
import { UsageError } from './usage';

type Command = (args: readonly string[], terminal: Terminal) => Promise<ExitCode>;

const commands: Record<CommandName, Command> = {
  calibrate: calibrateCommand,
  check: checkCommand,
  describe: describeCommand,
  explain: explainCommand,
  fix: fixCommand,
  inspect: inspectCommand,
  restore: restoreCommand,
  rules: rulesCommand,
  score: scoreCommand,
  undo: undoCommand,
};

async function run(args: readonly string[], terminal: Terminal): Promise<ExitCode> {
  const [name, ...rest] = args;
  if (name === '--version') {
    terminal.out.line(version);
    return EXIT.clean;
  }
  if (name === '--help' || name === '-h') {
    terminal.out.write(GENERAL_HELP);
    return EXIT.clean;
  }
  if (name === undefined || !Object.hasOwn(commands, name)) {
    throw new UsageError(name === undefined ? 'A command is missing.' : `There is no command "${name}".`);
  }
  const command = name as CommandName;
  if (asksForHelp(rest)) {
    terminal.out.write(COMMAND_HELP[command]);
    return EXIT.clean;
  }
  return commands[command](rest, terminal);
}

/** Help is given even where the rest of the line makes no sense. */
function asksForHelp(args: readonly string[]): boolean {
  const end = args.indexOf('--');
  return (end < 0 ? args : args.slice(0, end)).some((arg) => arg === '--help' || arg === '-h');
}

async function main(): Promise<void> {
  const terminal = new Terminal(process.stdout, process.stderr, process.env);
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader has left, as `head` does: there is nobody to tell.
    if (error.code !== 'EPIPE') process.stderr.write(`Output cannot be written: ${error.message}\n`);
    process.exit(EXIT.failure);
  });
  process.stderr.on('error', () => process.exit(EXIT.failure));
  try {
    const code = await run(process.argv.slice(2), terminal);
    await terminal.out.finished();
    terminal.progress.clear();
    process.exitCode = terminal.failed ? EXIT.failure : code;
  } catch (error) {
    if (error instanceof UsageError) terminal.fail(`${error.message} See "dataset-hygiene --help".`);
    else for (const line of String((error as Error).stack ?? error).split('\n')) terminal.fail(line);
    process.exitCode = EXIT.failure;
  }
}

void main();
