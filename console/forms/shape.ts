import type shapes from './shapes.json';

/** Names of shapes: sections, kinds of parts by the last word of their path, and actions by the id of their operation. */
export type ShapeName = keyof typeof shapes;

type Told = {
  /** Name of the field in words. Absent at the root, and where the field that holds it has said it. */
  label?: string;
  help?: string;
  required?: true;
};

export type TextShape = Told & {
  /** `text` is a line, `long` is as high as its words are. */
  kind: 'text' | 'long';
  /** In characters. */
  max?: number;
  min?: number;
  pattern?: string;
  format?: 'email' | 'uri';
  /** Names that are offered. */
  from?: 'teams' | 'categories';
};

export type NumberShape = Told & { kind: 'number' | 'integer'; max?: number; min?: number };
export type TimeShape = Told & { kind: 'date' | 'date-time' };
export type ChoiceShape = Told & { kind: 'choice'; options: readonly string[] };

/** Yes, no, or not known; `only`: yes, or nothing at all. */
export type FlagShape = Told & { kind: 'flag'; only?: true };
/** `from`: what Holdfast knows and its elements are chosen from. */
export type ListShape = Told & { kind: 'list'; of: Shape; max?: number; min?: number; from?: 'techniques' | 'sources' };

export type ObjectShape = Told & { kind: 'object'; fields: Readonly<Record<string, Shape>> };

/** One of several. `by` is the field that says which; without it, the type of the value does. */
export type VariantShape = Told & {
  kind: 'variant';
  by?: string;
  /** About `by`. */
  choose?: { label: string; help?: string };
  variants: Readonly<Record<string, Shape>>;
};

/** What a field of the API takes, made from the description of the API. */
export type Shape =
  | TextShape
  | NumberShape
  | TimeShape
  | ChoiceShape
  | FlagShape
  | ListShape
  | ObjectShape
  | VariantShape;

/** The shape of a section, a part or the body of an action. All of them come with the first. */
export async function shapeOf(name: ShapeName): Promise<Shape> {
  const { default: all } = await import('./shapes.json', { with: { type: 'json' } });
  // A JSON file has no literal types; a test holds it to what the tool makes, which has.
  return (all as unknown as Readonly<Record<ShapeName, Shape>>)[name];
}
