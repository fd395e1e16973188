/** `source` of every diagnostic, and the identifier under which they are pulled. */
export const SOURCE = 'dataset-hygiene';
