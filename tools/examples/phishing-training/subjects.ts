/** Subjects of the signals of this example. */
export const FILTER = { type: 'technique', id: 'T1566.002' } as const;
export const SIMULATION = { type: 'control', id: 'phishing-simulation-payroll' } as const;
