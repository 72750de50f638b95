import type * as z from 'zod';

export type EventDefinition = {
  /** One sentence for the reader of `docs/events.md`. */
  means: string;
  data: z.ZodObject;
  /** Fields of `data` that stay in the record and never go to the bus: long, or for the team's eyes only. */
  withheld?: readonly string[];
};

/** The facts that one room states, by name. Names are past tense; a changed shape gets a new schema version, never a new meaning. */
export type Catalogue = Record<string, EventDefinition>;

/** The events of a catalogue: a type of it with data of its shape. */
export type EventsOf<C extends Catalogue> = {
  [T in keyof C & string]: { type: T; data: z.infer<C[T]['data']> };
}[keyof C & string];
