/** Subjects of the signals of this example. */
export const CLASSIFIED = { type: 'control', id: 'data-classification' } as const;
export const ENCRYPTED = { type: 'control', id: 'classified-data-encrypted' } as const;
export const TRANSFER = { type: 'technique', id: 'T1567.002' } as const;
