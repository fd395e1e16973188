/** Data files that were left out, by reason: nothing is skipped in silence. */
export class Skipped {
  private readonly counts = new Map<string, number>();

  /** @param work what was not done to the files */
  constructor(private readonly work = 'checked') {}

  add(reason: string): void {
    this.counts.set(reason, (this.counts.get(reason) ?? 0) + 1);
  }

  /** One line, or none when nothing was left out. */
  lines(): string[] {
    const total = [...this.counts.values()].reduce((sum, count) => sum + count, 0);
    if (total === 0) return [];
    const reasons = [...this.counts].sort(([, a], [, b]) => b - a).map(([reason, count]) => `${count} ${reason}`);
    return [`Not ${this.work}: ${total} data file${total === 1 ? '' : 's'} (${reasons.join('; ')}).`];
  }
}
