import type { Path } from './records/path';
import { select } from './records/path';
import type { Span } from './records/position';
import type { ObjectValue, TextValue, Value } from './records/value';

/** One text of a record: a string at one of the text paths of its shape. */
export interface TextPart {
  path: Path;
  readonly text: string;
  /** The object in a list that holds it: a turn of a conversation, one of several completions. */
  holder?: ObjectValue;
  /** Where a part of `text` stands in the record's source. */
  locate(start: number, end: number): Span;
}

/** The texts of a record, in the order of the shape's paths. */
export function textsOf(root: Value, paths: readonly Path[]): TextPart[] {
  const parts: TextPart[] = [];
  for (const path of paths) {
    const inList = path.includes('[].');
    for (const { value, holder } of select(root, path)) {
      if (value.type !== 'string') continue;
      const part: TextPart = new ValuePart(path, value);
      if (inList && holder) part.holder = holder;
      parts.push(part);
    }
  }
  return parts;
}

/** The text is decoded when it is asked for: whoever looks at provenance alone never does. */
class ValuePart implements TextPart {
  holder?: ObjectValue;
  private decoded: string | undefined;

  constructor(
    readonly path: Path,
    private readonly value: TextValue,
  ) {}

  get text(): string {
    this.decoded ??= this.value.text;
    return this.decoded;
  }

  readonly locate = (start: number, end: number): Span => this.value.locate(start, end);
}
