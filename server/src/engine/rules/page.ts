const REPOSITORY = 'https://github.com/dataset-hygiene/dataset-hygiene';

/** Address of the page that explains a rule. */
export function rulePage(id: string): string {
  return `${REPOSITORY}/blob/main/docs/rules/${id}.md`;
}
