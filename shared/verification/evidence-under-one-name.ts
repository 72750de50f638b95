import type { EvidenceSourcePolicy } from '../domain/verification/evidence-source-policy.ts';
import { namesOf, oneNameIn } from '../domain/verification/source-names.ts';
import { joinedHistories, passesParted } from '../domain/verification/verdict/joined-histories.ts';
import { newestOf } from '../domain/verification/verdict/stretches.ts';
import type { SourceOn } from '../store/inbox/words.ts';
import type { EvidenceStore } from './assess-fix.ts';

/**
 * Evidence as of one source for each control, though it was kept under several names: what a source said under another name, before
 * the configuration knew that it is the same, counts as its word. So a fail under the old name stands until the source passes,
 * and no longer.
 */
export function evidenceUnderOneName(store: EvidenceStore, sources: EvidenceSourcePolicy): EvidenceStore {
  const oneName = oneNameIn(sources);
  const underEachName = (of: SourceOn): SourceOn[] => namesOf(sources, of.source).map((source) => ({ ...of, source }));
  return {
    verdictsSince: store.verdictsSince,
    intakeDowns: store.intakeDowns,
    async historiesAbout(subject) {
      const kept = await store.historiesAbout(subject);
      const parted = passesParted(kept, oneName);
      const found = await Promise.all(
        parted.map(async ({ source, resource, after }) => {
          const word = await store.wordAfter({ subject, source, resource }, new Date(after).toISOString());
          return word === undefined ? [] : [{ source, resource, word }];
        }),
      );
      return joinedHistories(kept, oneName, found.flat());
    },
    wordAfter: store.wordAfter,
    async newestWord(of) {
      const words = await Promise.all(underEachName(of).map(store.newestWord));
      return newestOf(words.filter((word) => word !== undefined));
    },
    async signalAt(of, word) {
      const signals = await Promise.all(underEachName(of).map((one) => store.signalAt(one, word)));
      return signals.find((signal) => signal !== undefined);
    },
    async rebuildLastWords(of) {
      for (const one of underEachName(of)) await store.rebuildLastWords(one);
    },
  };
}
