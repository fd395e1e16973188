import type { Shape } from './shape';

const LEVELS = ['trace', 'debug', 'info', 'notice', 'warn', 'warning', 'error', 'err', 'critical', 'fatal', 'default'];
const LEVEL_WORDS = LEVELS.flatMap((level) => [
  level,
  level.toUpperCase(),
  level.charAt(0).toUpperCase() + level.slice(1),
]);
const TIME = ['time', 'timestamp', '@timestamp', 'ts', 'asctime', 'datetime', 'date', 't'];
const MESSAGE = ['message', 'msg', 'event', 'textPayload', 'jsonPayload', 'body'];

function other(shape: Pick<Shape, 'id' | 'title' | 'signatures' | 'source'>): Shape {
  return { ...shape, role: 'other', text: [], provenance: [], placement: 'none' };
}

/** Known documents that are no datasets; without them their prose would pass for text to check. */
export const otherShapes: readonly Shape[] = [
  other({
    id: 'log',
    title: 'Log lines',
    signatures: [
      ...['level', 'severity', 'levelname', 'log.level', 'severityText', 'log_level', 'lvl'].map((path) => ({
        hasAny: [TIME, MESSAGE],
        is: { [path]: LEVEL_WORDS },
      })),
      { hasAny: [TIME, MESSAGE, ['pid', 'hostname', 'name', 'v']], type: { level: 'number' as const } },
    ],
    source: 'Structured log records of pino, bunyan, Python logging and others',
  }),
  other({
    id: 'json-schema',
    title: 'JSON Schema',
    signatures: [
      { matches: { $schema: /json-schema\.org/ }, hasAny: [['properties', 'definitions', '$defs', 'type', 'oneOf']] },
      { has: ['$defs', 'properties'] },
      { has: ['definitions', 'properties', 'type'] },
    ],
    source: 'JSON Schema 2020-12',
  }),
  other({
    id: 'configuration',
    title: 'Configuration file',
    signatures: [
      { has: ['compilerOptions'] },
      { has: ['name', 'version'], hasAny: [['dependencies', 'devDependencies', 'scripts', 'engines']] },
      { has: ['lockfileVersion', 'packages'] },
      { has: ['model_type'], hasAny: [['architectures', 'hidden_size', 'vocab_size']] },
    ],
    source: 'tsconfig.json, package.json, model config.json',
  }),
  other({
    id: 'geojson',
    title: 'GeoJSON',
    signatures: [
      { has: ['features'], is: { type: ['FeatureCollection'] } },
      { has: ['geometry', 'properties'], is: { type: ['Feature'] } },
      { has: ['arcs', 'objects'], is: { type: ['Topology'] } },
    ],
    source: 'RFC 7946',
  }),
  other({
    id: 'issue-tracker',
    title: 'Issue tracker export',
    signatures: [
      {
        has: ['title', 'status'],
        hasAny: [
          ['issue_type', 'priority'],
          ['created_at', 'updated_at', 'created'],
          ['id', 'key'],
        ],
      },
    ],
    source: 'Exports of issue trackers',
  }),
  other({
    id: 'garak-calibration',
    title: 'garak calibration',
    signatures: [{ members: { has: ['mu', 'sigma', 'sw_p'] } }, { has: ['mu', 'sigma', 'sw_p'] }],
    source: 'NVIDIA/garak: garak/data/calibration',
  }),
];
