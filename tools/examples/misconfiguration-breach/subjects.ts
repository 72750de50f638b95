/** Subjects of the signals of this example. */
export const GUARD = { type: 'control', id: 'EC2.19' } as const;
export const SEGMENT = { type: 'technique', id: 'T1021.004' } as const;
export const CREDENTIALS = { type: 'control', id: 'default-credentials' } as const;
export const DETECTION = { type: 'detection', id: 'first-seen-source-on-management-port' } as const;
