import type { CodeAction, Diagnostic } from 'vscode-languageserver/node';
import { originFixes } from '../../engine/rules/originFixes';
import { rulePage } from '../../engine/rules/page';
import {
  type AcceptInBaselineArguments,
  AcceptInBaselineCommand,
  FixOnDiskCommand,
  OpenRulePageCommand,
} from '../../protocol';
import type { CheckedDocument } from '../documents/checkedDocument';
import type { KeptFinding } from '../documents/findingStore';
import { declarationEdit } from '../edits/declarationEdit';
import type { Session } from '../session';
import { askCommand } from './fixActions';
import { quickFix } from './offer';

/** The origins a person can declare for a whole file in which nothing declares any. */
export function declareActions(session: Session, checked: CheckedDocument, diagnostics: Diagnostic[]): CodeAction[] {
  const { path, uri, version } = checked;
  if (path === undefined) return [];
  return originFixes(checked.context).flatMap(({ title, change }) => {
    if (change.kind !== 'provenance') return [];
    const { patch, ask } = change;
    const origin = title.replace(/^Mark as /, '');
    const said = `Declare provenance for this file in dataset-hygiene.json: ${origin}`;
    if (ask) {
      if (!session.client.own) return [];
      const request = { uri, version, row: null, rule: 'provenance-undeclared', patch, place: 'file' as const, ask };
      return [quickFix(said, diagnostics, { command: askCommand(said, request) })];
    }
    const edit = declarationEdit(session, path, patch);
    return edit ? [quickFix(said, diagnostics, { edit })] : [];
  });
}

/** Accepting a finding, or all of its rule, in the project's baseline. */
export function acceptActions(
  session: Session,
  checked: CheckedDocument,
  { rule, row }: KeptFinding,
  diagnostics: Diagnostic[],
): CodeAction[] {
  if (checked.path === undefined || !session.isTrusted) return [];
  const { uri, version } = checked;
  const accept = (title: string, which: number | null) => {
    const request: AcceptInBaselineArguments = { uri, version, rule, row: which };
    return quickFix(title, diagnostics, { command: { title, command: AcceptInBaselineCommand, arguments: [request] } });
  };
  const { findings } = checked.findings.countOf(rule);
  const actions = [accept(`Accept this finding in the baseline (${rule})`, row)];
  if (findings > 1)
    actions.push(accept(`Accept all ${findings} findings of ${rule} in this file in the baseline`, null));
  return actions;
}

/** Opening the page of a rule, for editors that cannot open the code of a diagnostic. */
export function pageAction(session: Session, rule: string, diagnostics: Diagnostic[]): CodeAction[] {
  if (!session.client.own) return [];
  const title = `Open the page of this rule (${rule})`;
  const command = { title, command: OpenRulePageCommand, arguments: [rulePage(rule)] };
  return [quickFix(title, diagnostics, { command })];
}

/** For a file that would not come through the editor unchanged: the safe fixes, made in its bytes. */
export function fixOnDiskAction({ uri }: CheckedDocument, diagnostics: Diagnostic[]): CodeAction {
  const title = 'Make the safe fixes in the file on disk, keeping its line ends and bytes';
  return quickFix(title, diagnostics, { command: { title, command: FixOnDiskCommand, arguments: [uri] } });
}
