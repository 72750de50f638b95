import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { referenceData } from './reference-data.ts';

/** Ids in use of MITRE ATT&CK, MITRE D3FEND and NIST SP 800-53; none that was retired. */
export type Vocabulary = {
  readonly name: string;
  readonly techniques: ReadonlySet<string>;
  readonly defences: ReadonlySet<string>;
  readonly controls: ReadonlySet<string>;
};

const idsIn = (text: string): Set<string> => new Set(text.trim().split(/\s+/));

/**
 * The ids that our templates and examples use, each looked up in what its author publishes: https://attack.mitre.org,
 * https://d3fend.mitre.org, https://csrc.nist.gov/pubs/sp/800/53/r5/upd1/final. A new one is looked up before it is added.
 */
export const LOOKED_UP: Vocabulary = {
  name: 'the ids that were looked up',
  techniques: idsIn(`
    T1021 T1021.004 T1048.002 T1078 T1078.001 T1133 T1190 T1195.001 T1199 T1204.002 T1490 T1498 T1528 T1530 T1552.001
    T1552.004 T1566.002 T1567.002
  `),
  defences: idsIn(`
    D3-ACH D3-AL D3-AMED D3-APA D3-CBAN D3-CFP D3-CI D3-CR D3-CRO D3-CS D3-CTS D3-DENCR D3-DI D3-EAL D3-EF D3-ER D3-FE
    D3-HD D3-ISVA D3-ITF D3-MAN D3-MFA D3-NI D3-NTA D3-NTF D3-OAM D3-OTF D3-PHDURA D3-PM D3-RD D3-RDI D3-RF D3-SBV D3-SEA
    D3-SRA D3-SU D3-SYSVA D3-TAAN D3-TL D3-UAP D3-UDTA D3-UGLPA D3-WSAA
  `),
  controls: idsIn(`
    AC-2 AC-2(3) AC-2(12) AC-3 AC-4 AC-5 AC-6 AC-6(7) AC-19 AC-22 AT-2 AT-2(3) AU-11 AU-12 CM-2 CM-3 CM-3(2) CM-6 CM-7(5)
    CM-8 CP-4 CP-9 CP-9(1) CP-10 IA-2(1) IA-2(6) IA-5 IA-5(7) IR-3 IR-4 IR-6 IR-6(1) IR-8 MP-6 PS-4 RA-2 RA-5 SA-15 SC-5
    SC-7 SC-7(5) SC-7(10) SC-8 SC-12 SC-28 SC-28(1) SI-2 SI-2(2) SI-3 SI-4 SI-4(4) SI-7 SI-8 SR-4 SR-11
  `),
};

/** Ids that once were in use: their lists tell them apart from the others, and so must we. */
export const RETIRED = {
  techniques: ['T1064', 'T1086', 'T1192', 'T1193'],
  controls: ['AC-13', 'AC-15', 'IA-2(11)', 'SC-14', 'SI-9'],
} as const;

const Techniques = z.array(z.object({ id: z.string(), deprecated: z.boolean() }));
const Defences = z.object({ techniques: z.array(z.object({ id: z.string() })) });
const Controls = z.object({ controls: z.array(z.object({ id: z.string(), withdrawn: z.boolean() })) });

function publishedLists(): Vocabulary[] {
  const folder = referenceData('data/attack/');
  if (folder === undefined) return [];
  const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  const inUse = Techniques.parse(read('attack-techniques.json')).filter(({ deprecated }) => !deprecated);
  const { techniques } = Defences.parse(read('d3fend.json'));
  const { controls } = Controls.parse(read('nist-800-53r5.json'));
  return [
    {
      name: 'the published lists',
      techniques: new Set(inUse.map(({ id }) => id)),
      defences: new Set(techniques.map(({ id }) => id)),
      controls: new Set(controls.filter(({ withdrawn }) => !withdrawn).map(({ id }) => id)),
    },
  ];
}

/** Every list to hold ids to: our own, and the published ones where they are at hand. */
export const VOCABULARIES: readonly Vocabulary[] = [LOOKED_UP, ...publishedLists()];
