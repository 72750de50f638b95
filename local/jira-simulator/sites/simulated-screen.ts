/** Fields that a request may set, by id. A field that is not among them is refused. `every field` is kinder than any Jira. */
export type SimulatedScreen = 'every field' | ScreenFields;
export type ScreenFields = Readonly<Record<string, 'required' | 'optional'>>;
