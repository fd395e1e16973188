import type { CodeAction } from 'vscode-languageserver/node';
import { fixesFor, placePatch } from '../../engine/fix';
import { ruleById } from '../../engine/rules';
import type { Fix } from '../../engine/rules/rule';
import { countFixes, type FixCounts } from './counts';
import { askCommand, type FixPlace } from './fixActions';
import { extendTitle, quickFix } from './offer';
import { type Repetition, repeatedEdit } from './repeat';

/** A client that cannot have the edit made later gets it at once, where that is quick. */
const EAGER_RECORDS = 1000;

/** The fixes of a finding, made wherever its rule found something in this file. */
export async function repeatActions(place: FixPlace): Promise<CodeAction[]> {
  const { finding, record, checked } = place;
  const { records } = checked.findings.countOf(finding.rule);
  if (records < 2) return [];
  const fixes = fixesFor(finding, record, checked.context);
  const counts = await countFixes(checked, finding.rule);
  const actions: CodeAction[] = [];
  const safe = fixes.some(({ safety }) => safety === 'safe') && safeTitle(finding.rule, counts, place);
  if (safe) actions.push(...(await lazily(safe, { kind: 'safe', uri: checked.uri, rule: finding.rule }, place)));
  for (const fix of fixes) actions.push(...(await choiceActions(fix, counts, place)));
  return actions;
}

async function choiceActions(fix: Fix, counts: FixCounts | undefined, place: FixPlace): Promise<CodeAction[]> {
  const { checked, record, finding, diagnostics, session } = place;
  const { title, change } = fix;
  const count = counts?.records.get(title);
  if (change.kind !== 'provenance' || count === 1) return [];
  const { patch, ask } = change;
  const wanted = ask ? { ...patch, [ask.field]: ask.suggestions[0] ?? '' } : patch;
  const where = placePatch(record, wanted, checked.context).kind === 'record' ? 'record' : 'sidecar';
  if (where === 'sidecar' && checked.path === undefined) return [];
  const inAll = titleForAll(title, count);
  const shown = where === 'sidecar' ? extendTitle(inAll, 'in the row sidecar') : inAll;
  if (!ask) {
    return lazily(shown, { kind: 'choice', uri: checked.uri, rule: finding.rule, title, place: where }, place);
  }
  if (!session.client.own) return [];
  const { uri, version } = checked;
  const command = askCommand(shown, { uri, version, row: null, rule: finding.rule, patch, place: where, ask });
  return [quickFix(shown, diagnostics, { command })];
}

async function lazily(title: string, repetition: Repetition, place: FixPlace): Promise<CodeAction[]> {
  const { session, checked, finding, diagnostics } = place;
  if (session.client.resolveEdit) return [quickFix(title, diagnostics, { data: repetition })];
  if (checked.findings.countOf(finding.rule).records > EAGER_RECORDS) return [];
  const edit = await repeatedEdit(session, checked, repetition);
  return edit ? [quickFix(title, diagnostics, { edit })] : [];
}

function safeTitle(rule: string, counts: FixCounts | undefined, { checked }: FixPlace): string | undefined {
  const { title } = ruleById(rule)!;
  if (!counts) return `Fix every safe case of '${title}' in this file`;
  if (counts.safe < 2) return undefined;
  return counts.safe === checked.findings.countOf(rule).findings
    ? `Fix all ${counts.safe} of '${title}' in this file`
    : `Fix the ${counts.safe} safe cases of '${title}' in this file`;
}

/** "Mark as human" to "Mark all 40 records as human". */
function titleForAll(title: string, count: number | undefined): string {
  const all = count === undefined ? 'all records with this finding' : `all ${count} records`;
  const mark = /^Mark (?:the record )?as (.*)$/.exec(title);
  return mark ? `Mark ${all} as ${mark[1]}` : extendTitle(title, `in ${all}`);
}
