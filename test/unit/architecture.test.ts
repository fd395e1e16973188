import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { test } from 'node:test';

/** The invariants of docs/architecture.md that imports can break. */
const root = process.env.DATASET_HYGIENE_ROOT ?? process.cwd();

/** What the engine may import besides itself: pure libraries, and Node modules that read and write nothing. */
const PURE = ['node:buffer', 'node:crypto', 'node:util', 'yaml', 'jsonc-parser', 'minimatch', 'spdx-expression-parse'];
const PURE_PREFIX = ['spdx-license-ids'];

interface Import {
  file: string;
  module: string;
}

function importsBelow(folder: string): Import[] {
  return readdirSync(join(root, folder), { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'))
    .flatMap((file) =>
      [
        ...readFileSync(join(root, file), 'utf8').matchAll(
          /^(?:import|export)\b[^;]*?from '([^']+)';|\b(?:import|require)\('([^']+)'\)/gm,
        ),
      ].map((match) => ({ file, module: match[1] ?? match[2]! })),
    );
}

function target({ file, module }: Import): string {
  return relative(root, resolve(root, dirname(file), module))
    .split(sep)
    .join('/');
}

const isOwn = ({ module }: Import) => module.startsWith('.');

test('the engine imports itself and pure libraries only: no LSP, no vscode, no I/O', () => {
  const imports = importsBelow('server/src/engine');
  assert.ok(imports.length > 100);
  for (const one of imports) {
    const allowed = isOwn(one)
      ? target(one).startsWith('server/src/engine/')
      : PURE.includes(one.module) || PURE_PREFIX.some((prefix) => one.module.startsWith(prefix));
    assert.ok(allowed, `${one.file} imports ${one.module}`);
  }
});

test('the workspace layer knows neither the protocol nor the command line', () => {
  for (const one of importsBelow('server/src/workspace')) {
    const allowed = isOwn(one)
      ? /^server\/src\/(engine|workspace)\//.test(target(one))
      : !/vscode|lsp/.test(one.module);
    assert.ok(allowed, `${one.file} imports ${one.module}`);
  }
});

test('server and command line do not know each other', () => {
  for (const one of importsBelow('server/src/lsp')) assert.ok(!target(one).startsWith('server/src/cli'), one.file);
  for (const one of importsBelow('server/src/cli')) {
    assert.ok(
      !target(one).startsWith('server/src/lsp') && !/vscode-language/.test(one.module),
      `${one.file} imports ${one.module}`,
    );
  }
});

test('the client takes only the protocol from the server', () => {
  for (const one of importsBelow('client/src')) {
    if (isOwn(one))
      assert.match(target(one), /^(client\/src\/|server\/src\/protocol$)/, `${one.file} imports ${one.module}`);
    else assert.ok(!/^node:(fs|child_process|net|http)/.test(one.module), `${one.file} imports ${one.module}`);
  }
});

test('nothing leaves the machine: no module of ours opens a connection', () => {
  for (const folder of ['client/src', 'server/src']) {
    for (const { file, module } of importsBelow(folder)) {
      assert.ok(!/^(node:)?(https?|net|tls|dgram|http2|child_process)$/.test(module), `${file} imports ${module}`);
    }
    for (const name of readdirSync(join(root, folder), { recursive: true })) {
      const file = join(root, folder, String(name));
      if (file.endsWith('.ts'))
        assert.doesNotMatch(readFileSync(file, 'utf8'), /\b(fetch|WebSocket|XMLHttpRequest)\s*\(/, file);
    }
  }
});
