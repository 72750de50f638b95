/** The chapters of the API, in the order of its pages. */
export const TAGS = {
  Records: 'Post-mortem records: open, find, read, classify.',
  Sections: 'The parts of a record that are one form each.',
  Timeline: 'What happened, by time.',
  Parts:
    'Root causes, contributing factors, observations, recommendations, lessons, notifications, corrections of what the ticket brought.',
  'Writing together':
    'Drafts of what is unfinished, which the authors of a record share, comments on its parts, and what others do there.',
  Review: 'From the submission to the second person’s word, and what ends a record without one.',
  Hints: 'What helps to write a good review.',
  Remediations: 'What people decide about fixes; their tickets are worked in Jira.',
  Signals: 'What sources of evidence said of controls, techniques, detections and fixes.',
  Reports: 'What is overdue and what verification found, over all records.',
  Evidence: 'Files that show what happened, and who opened them.',
  'Audit log': 'Every change, every look at a restricted record, and whether the log is whole.',
  'Export and import': 'Records as files.',
  Knowledge: 'ATT&CK and D3FEND, as far as records name them.',
  'This API': 'Its own description.',
} as const;

export type TagName = keyof typeof TAGS;
