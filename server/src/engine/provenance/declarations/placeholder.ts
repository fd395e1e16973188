/** What templates leave to be filled in: `[More Information Needed]`, `{{ card_data }}`, `[[license_id]]`, `<name>`, TODO. */
const TO_FILL_IN = /^(?:\[[^\]]*\]{1,2}|\{[^}]*\}{1,2}|<[^>]*>|todo|tbd|fixme|more information needed)[.:!]?$/i;

/** The words that Hugging Face's card template has where something is missing. */
export const PLACEHOLDER = '[More Information Needed]';

/** Whether a string says nothing: it is empty, or a place to be filled in. */
export function isPlaceholder(text: string): boolean {
  const said = text.trim();
  return said === '' || (said.length <= 200 && TO_FILL_IN.test(said));
}
