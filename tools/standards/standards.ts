import { CISA_AND_CCADB } from './cisa-and-ccadb.ts';
import { EU } from './eu.ts';
import { ISO_AND_SANS } from './iso-and-sans.ts';
import { NIST } from './nist.ts';
import type { Standard } from './standard.ts';

/** Demands of standards, laws and good templates on a review, and what answers them. In our words; read the originals. */
export const STANDARDS: readonly Standard[] = [...NIST, ...ISO_AND_SANS, ...EU, ...CISA_AND_CCADB];

/** Content that no standard asks for, and why it is there all the same. A test wants everything else to be named by a demand. */
export const OURS: Readonly<Record<string, string>> = {
  corrections: 'what the ticket or a file brought stays as it came, and what is right stands beside it',
  'recommendations.feasibility':
    'with impact it ranks the work: quick wins first, and what to think about again; with age it orders open fixes of all records (`GET /remediations?sort=rank`, and the overdue report)',
  'recommendations.verification.steps': 'a fix that holds for a week may not hold for a quarter',
  'remediations.attestations': 'the word of a second person, where no machine can look',
  'sections.humanFactor.consideredNoneBecause': 'who finds no human cause or factor says that somebody looked',
  'sections.source': 'what an imported record said in words that no field has: kept letter by letter',
};
