import { takesSignals } from '../shared/domain/access/program-policy.ts';
import type { HoldfastConfig } from '../shared/domain/policy/policy.ts';
import { intakeDowns } from '../shared/store/inbox/intake-beats.ts';
import { historiesAbout, rebuildLastWords } from '../shared/store/inbox/last-words.ts';
import { newestWord, signalAt, wordAfter } from '../shared/store/inbox/words.ts';
import { verdictsSince } from '../shared/store/queues/verdicts-since.ts';
import type { Table } from '../shared/store/table.ts';
import type { EvidenceStore } from '../shared/verification/assess-fix.ts';
import { evidenceUnderOneName } from '../shared/verification/evidence-under-one-name.ts';

/** Words of sources of evidence, in the table, each source under its one name. */
export const evidenceStore = (
  table: Table,
  { evidenceSources, programs }: Pick<HoldfastConfig, 'evidenceSources' | 'programs'>,
): EvidenceStore =>
  evidenceUnderOneName(
    {
      verdictsSince: verdictsSince(table),
      historiesAbout: (subject) => historiesAbout(table, subject),
      intakeDowns: (now) => intakeDowns(table, now, takesSignals(programs)),
      newestWord: (of) => newestWord(table, of),
      wordAfter: (of, at) => wordAfter(table, of, at),
      signalAt: (of, word) => signalAt(table, of, word),
      rebuildLastWords: (of) => rebuildLastWords(table, of),
    },
    evidenceSources,
  );
