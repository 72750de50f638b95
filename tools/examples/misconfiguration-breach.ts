import { COURSE } from './misconfiguration-breach/course.ts';
import { INCIDENT } from './misconfiguration-breach/incident.ts';
import { REVIEW } from './misconfiguration-breach/review.ts';
import type { WorkedExample } from './worked-example.ts';

/** A network breach through a misconfiguration: critical, so the strictest template and two approvers. */
export const MISCONFIGURATION_BREACH: WorkedExample = {
  file: 'misconfiguration-breach',
  title: 'A network breach through a misconfiguration',
  inShort:
    'A module that teams copy for new environments opens its management port to every address. A staging database built from ' +
    'it stood open for six days; somebody signed in with the password of the image, went on to a reporting host in ' +
    'production over a peering that nobody had in mind, and copied 41,200 customer records. The review finds a technical, a ' +
    'procedural and a human cause, and four changes to the system. One of them did not work at first; Holdfast noticed.',
  ...INCIDENT,
  ...REVIEW,
  ...COURSE,
  why: {
    timeline:
      'Roles, never names, and where one can see that it was so. The first entry is days before the attack: the port was opened then.',
    framework:
      'Required for a critical incident. The objectives are questions that the review must have answered in the end.',
    impact: 'All three ratings, "none" included: an auditor reads that somebody looked.',
    attack: 'Techniques make the record comparable with others, and are what simulations test later.',
    detection: '"Why not sooner" asks for what the system did not show; it became a recommendation.',
    response: 'A procedure can be followed and still be inadequate. Both are asked for, because the remedies differ.',
    analysis: 'Barrier analysis fits a chain of four holes. The interplay tells which of them were enough alone.',
    causes:
      'The technical cause alone would have led to "close the port". The procedural and the human one are why it was open, and why nobody saw it.',
    observations:
      'What went badly is answered by a recommendation, or says why not. Luck is written down as well: it is a control that nobody has.',
    recommendations: 'Ranked by impact × feasibility. The criterion says what a second person will look at, and when.',
    lessons:
      'A lesson names the document that has to say it from now on; it is in place when a second person has read the version that does.',
    notifications:
      'The clock starts at 07:05 with awareness, not at 06:12 with the alarm. Holdfast computes until when.',
  },
  takeaways: [
    'The criterion of the segment rule says "IPv4 and IPv6". Without these words the first probe would have looked at half of the ways, and the ticket had stayed at Done.',
    'The human cause speaks of what people see and are told. Its fix changes the pipeline; it asks nobody to take more care.',
    'One recommendation was declined, with a reason that names what does the same. That is a result of a review, too.',
  ],
};
