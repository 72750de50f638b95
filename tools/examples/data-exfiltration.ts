import { COURSE } from './data-exfiltration/course.ts';
import { INCIDENT } from './data-exfiltration/incident.ts';
import { REVIEW } from './data-exfiltration/review.ts';
import type { WorkedExample } from './worked-example.ts';

/** A data exfiltration, answered by classification, encryption and data-loss prevention, with a risk accepted for a time. */
export const DATA_EXFILTRATION: WorkedExample = {
  file: 'data-exfiltration',
  title: 'A data exfiltration, answered by classification, encryption and data-loss prevention',
  inShort:
    'The token of a reporting add-on was taken from its vendor and used to copy 2.4 million order documents to a cloud drive over three ' +
    'nights. For two days nobody could say which personal data were among them. The review answers that with classification, with keys ' +
    'that reading rights alone do not open, and with data-loss prevention on what leaves. The prevention had a gap at first: it looked ' +
    'at browsers. For the tape archive a risk is accepted, with an end date.',
  ...INCIDENT,
  ...REVIEW,
  ...COURSE,
  why: {
    timeline:
      'Two entries are decisions. They are what people ask about in a year: who decided what, with which knowledge.',
    framework: 'Scope says what is left out, too: the vendor has its own review.',
    impact:
      'The number of people is an estimate and says so. It will be corrected in the record, and the audit log keeps both.',
    detection: '`by` is a partner. Reports on who detects what show, over the year, how often that is not us.',
    response:
      'A procedure that begins with a list that nobody has is followed "partly" and is "partly" adequate. Both became a recommendation.',
    analysis: 'Five whys for each cause, and the interplay, since no single cause explains 2.4 million documents.',
    causes: 'The human cause is not about the people on duty: it is that knowledge of the archive left with its team.',
    observations: 'What went well is kept for the next exercise. What went badly is answered.',
    recommendations:
      'Three answers in the order in which they help: know the data, make reading rights alone useless, stop what leaves.',
    lessons: 'Three documents change: the contract with vendors, the data protection manual, a detection.',
    notifications:
      'GDPR within 72 hours of awareness at 11:00 on 23 November. The estimate was enough to notify; the rest follows in phases.',
  },
  takeaways: [
    'Write the criterion from the attack: the way that was used has to be among the ways that are tried.',
    'An accepted risk has an end, a reason and something in its place. On 30 June 2027 it becomes a ticket after all and the record is taken up again, until somebody shows that the tapes are gone or encrypted.',
    'The estimate of 310,000 people was enough to notify in time. Waiting for the exact number is how clocks run out.',
  ],
};
