/** A record with nothing wrong, except what is changed or added. */
export function record(changes: Record<string, unknown> = {}): string {
  const fields = {
    text: 'A river runs past the mill.',
    source: 'mill',
    license: 'MIT',
    digital_source_type: 'digitalCreation',
    ...changes,
  };
  return `${JSON.stringify(fields)}\n`;
}
