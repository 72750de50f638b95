import { parseConfig } from './shared/domain/policy/parse-config.ts';

/**
 * The one file that a team edits. What stands here are the defaults, so every line may be taken out or changed; a wrong
 * value stops the synth with the field's path, what is allowed, and an example.
 *
 * All wrong values are reported at once. Addresses of the examples (your-site.atlassian.net, example.com) pass the synth with a
 * warning; CloudFormation refuses to deploy them.
 *
 * Durations are ISO 8601: P7D is seven days, PT12H twelve hours. None may be zero, unless its comment says so. Schedules are
 * EventBridge Scheduler expressions:
 * https://docs.aws.amazon.com/scheduler/latest/UserGuide/schedule-types.html
 */
export default parseConfig({
  incidents: {
    // One chapter for each system that incidents come from: docs/sources.
    jira: {
      // Which Jira issues are security incidents. A post-mortem opens when one of them goes to a status of the category
      // "Done". Other issues are ignored, and counted in the metric WebhookIgnoredUnknownProject.
      // A project of one of `jira.sites` says so: { site: 'finance', project: 'SEC', issueTypes: ['Incident'] }.
      projects: [{ project: 'SEC', issueTypes: ['Security Incident'] }],
      // How severe an incident is, by the name of its Jira priority: critical, high, medium or low.
      severityByPriority: { Highest: 'critical', High: 'high', Medium: 'medium', Low: 'low', Lowest: 'low' },
      // The severity of an incident whose priority is not in that list.
      severityOtherwise: 'medium',
      // A second address, for rules of Jira Automation and for a Data Center that does not sign: they send a secret along, and what they
      // say is only a reason to read the issue.
      takesStaticSecret: false,
      // The mark of the record of an incident that has a security level in Jira, as only some may read it: this, or a stricter one of
      // `postMortem.tlp`. CLEAR, GREEN, AMBER, AMBER+STRICT or RED.
      tlpWithSecurityLevel: 'AMBER+STRICT',
      // Incidents that open no record, because there is nothing to learn from: by how they were closed. Of each, all that is named has
      // to hold: statuses, resolutions (null is none), or both, by name or, where names are translated, by id. Closed again in
      // another way, an incident opens one.
      opensNoRecord: [
        { resolutions: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled'] },
        { statuses: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled'] },
      ],
    },
    // A JSON that any system can post: docs/sources/holdfast-json.md.
    'holdfast-json': {
      // The host names of the systems whose incidents are taken, such as 'tickets.example.com'. None: the webhook is off,
      // and neither its route nor its secret exists. Others are ignored, and counted in WebhookIgnoredUnknownSite.
      sites: [],
      // How far the time with which a message is signed may be from ours, before or after: from a second to an hour.
      replayWindow: 'PT5M',
      // A second address, for senders that cannot sign: they send the secret itself along. Whoever reads it can say anything.
      takesStaticSecret: false,
      // Senders that put the message on the account's default event bus, from this account and from `accounts`.
      // bus: { source: 'com.example.tickets', accounts: ['111122223333'] },
      // What the states of a sender mean that tells each change (`incident.changed`), whatever the case of their letters. All
      // that is in neither list is an incident that is worked on.
      states: {
        opens: [{ state: ['Resolved', 'Closed', 'Done', 'Completed'] }],
        nothingToReview: [
          { state: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled', 'Merged'] },
          { reason: ['Duplicate', 'False Positive', 'Canceled', 'Cancelled', 'Merged'] },
        ],
      },
      // Words of senders for a severity, such as 'SEV-1': 'critical', and what any other word stands for.
      severityBy: {},
      severityOtherwise: 'medium',
    },
    // Accounts of PagerDuty, each under a name of your own that stands in its webhook's address, such as
    //   acme: { site: 'acme.pagerduty.com', incidentTypes: ['security_default'], from: 'holdfast@acme.com' }
    // None: PagerDuty is off. What else there is to say of one, and what PagerDuty has to be told: docs/sources/pagerduty.md.
    pagerduty: {},
    // Organisations of incident.io, in the same way: docs/sources/incident-io.md.
    //   acme: { site: 'acme.incident.io', incidentTypes: ['Security'] }
    'incident-io': {},
    // ServiceNow, its incidents and its security incidents: docs/sources/servicenow.md. Each instance under a name of your own:
    //   acme: {
    //     site: 'acme.service-now.com',
    //     // The tables whose records are incidents. Of each: `only`, for a part of them; and `states`, where yours differ from those that
    //     // ServiceNow ships: `opens` a record, or `nothingToReview`. A state counts only when its number and its name are as written here.
    //     tables: {
    //       sn_si_incident: {},
    //       incident: { only: { categories: ['Security'] } },        // or assignmentGroups: ['Security Operations']
    //     },
    //     // Whether the link to the record is written into the incident, as a work note.
    //     workNotes: true,
    //     // How severe an incident is, by the label of its priority, and that of one which is not in the list.
    //     severityBy: { '1 - Critical': 'critical', '2 - High': 'high', '3 - Moderate': 'medium', '4 - Low': 'low', '5 - Planning': 'low' },
    //     severityOtherwise: 'medium',
    //     // The mark of the record of a security incident: this, or a stricter one of `postMortem.tlp`.
    //     tlpConfidential: 'AMBER+STRICT',
    //   },
    servicenow: {},
    // The least severe incidents that open a record, whatever system they come from: critical, high, medium or low.
    minimumSeverity: 'low',
    // Whether the e-mail addresses of people in incident tickets are kept, where a system tells them. Names and account ids are.
    keepEmailAddresses: false,
    // The sweep finds closures that no webhook told by what changed since the last one. Every so often it looks back
    // further: an incident that was hidden from Holdfast's account when it closed may be shown without a change to it.
    // `lookBackEvery` is at most `lookBack`.
    lookBack: 'P30D',
    lookBackEvery: 'P1D',
  },

  postMortem: {
    // How long after its opening a post-mortem is to be approved, by severity. What is more severe is never due later.
    dueWithin: { critical: 'P5D', high: 'P10D', medium: 'P15D', low: 'P30D' },
    // What a record may be filed under. Categories pick templates and are what reports compare.
    categories: [
      'phishing',
      'malware',
      'ransomware',
      'unauthorised access',
      'misconfiguration',
      'vulnerability exploited',
      'data exfiltration',
      'accidental disclosure',
      'denial of service',
      'insider',
      'loss or theft',
      'supply chain',
      'fraud',
      'other',
    ],
    // What a record has to have before it can be submitted. The first template that applies is taken; in `appliesTo`,
    // `kinds`, `categories` and `severities` that are left out match everything. Each category is one of those above, and nothing
    // stands behind a template that applies to every record. Whatever a template says, every root
    // cause and everything that went badly is answered, and the human factor is never skipped.
    // `requires` knows: objectives, team, summary, impact, impact ratings, attack, techniques, timeline, detection,
    // "false positive" (what looked like an incident, and what showed that it was none), response, procedures, observations,
    // analysis, root causes, contributing factors, evidence, notifications,
    // recommendations, lessons, and "containment, eradication and recovery".
    // `approvers`: how many people have to approve, none of whom wrote in it, 1 to 3. `dueWithin`: instead of the above.
    templates: [
      {
        name: 'periodic review',
        appliesTo: { kinds: ['periodic review'] },
        requires: ['summary', 'observations', 'lessons'],
      },
      {
        name: 'near miss or exercise',
        appliesTo: { kinds: ['near miss', 'exercise'] },
        requires: ['summary', 'detection', 'response', 'observations'],
      },
      {
        name: 'false positive',
        appliesTo: { kinds: ['false positive'] },
        requires: ['summary', 'false positive'],
      },
      {
        name: 'critical incident',
        appliesTo: { severities: ['critical'] },
        requires: [
          'objectives',
          'team',
          'summary',
          'impact',
          'impact ratings',
          'attack',
          'timeline',
          'detection',
          'response',
          'observations',
          'analysis',
          'root causes',
          'contributing factors',
          'notifications',
          'recommendations',
          'lessons',
        ],
        approvers: 2,
      },
      {
        name: 'incident',
        requires: ['summary', 'impact', 'detection', 'response', 'root causes', 'recommendations'],
      },
    ],
    // How long before its deadline somebody is warned that a regulator, a customer or a partner has to be told and that
    // nobody has written down yet that they were: an event on the bus, and an alarm. PT0S: at the deadline itself.
    notificationWarning: 'PT12H',
    // Reviews of all incidents of a period, each opened by itself when the period is over, with its records and its figures. Of each:
    // `name`; `every` "month", "quarter", "half-year" or "year", of the calendar in the time zone of `schedules`; and where they are
    // to be others, `severity` (it picks the deadline; "medium") and `tlp` (as below; a record is looked at only where
    // the review is marked as strictly). One without a record in its period is not opened. The name makes its key. Such as
    // { name: 'Quarterly review', every: 'quarter' }
    periodicReviews: [],
    // Who confirms that a lesson is in place. Writers: anybody who may write in the record, but not whoever put it in place. Approvers:
    // only they, and again not whoever put it in place.
    lessonConfirmers: 'writers',
    // The TLP mark of a new record: CLEAR, GREEN, AMBER, AMBER+STRICT or RED. https://www.first.org/tlp/
    tlp: 'AMBER',
    // Where people open a record: https. {id} becomes the record's id. The link stands in Jira and in reports, so it leads to a page that
    // opens in a browser: that of the console, which is the output ConsoleUrl with /post-mortems/{id} behind it, or one of your portal.
    recordUrl: 'https://holdfast.example.com/post-mortems/{id}',
  },

  jira: {
    // The site with the incidents and the remediation tickets, as people browse it: https, and without a path on Cloud. Its
    // credentials are in Secrets Manager, not here.
    site: 'https://your-site.atlassian.net',
    // 'Cloud' or 'Data Center'. Data Center may stand under a path: https://jira.example.com/jira.
    deployment: 'Cloud',
    // The address of the API, where it is another one: service accounts and tokens with scopes work at the gateway alone.
    //   apiUrl: 'https://api.atlassian.com/ex/jira/<cloudId>',
    // The identity of the site, which no new name changes; https://<your site>/_edge/tenant_info tells it. Records that are
    // opened while it stands here are found after a new name, too.
    //   cloudId: '<cloudId>',
    // The names that the site had before, without https://, the oldest first. Incidents and tickets of that time keep their
    // one record, and links lead to the new name: docs/runbooks/rename-jira-site.md.
    formerSites: [],
    // Further Jiras, Cloud or Data Center, by names of your own, each with the fields above:
    //   finance: { site: 'https://finance.atlassian.net' },
    // `site: 'finance'` picks one, in incidents.jira.projects and in the route of tickets. Without it they are on the site above.
    sites: {},
    // Where the credentials of a service account (OAuth 2.0) are changed for access tokens.
    tokenUrl: 'https://auth.atlassian.com/oauth/token',
    // The day on which the token in the secret ends, which Jira tells nowhere. `holdfast doctor` warns 14 days before.
    //   tokenEndsOn: '2027-03-31',
    // Milliseconds to wait for an answer of Jira, 500 to 19000: three waits fit into the minute that a worker has.
    timeoutMs: 10_000,
  },

  // Recommendations of your own to begin from, beside those of shared/domain/remediation/templates: with a `name`, the
  // `categories` that they fit (none: all), and the fields of a recommendation but `answers`. Yours come first; one with
  // the name of one of ours takes its place.
  recommendationTemplates: [],

  // The teams that may own a recommendation or a lesson, by name, such as:
  //   network: {
  //     owner: 'network-fixes@your-company.com',   // answers for the team's fixes
  //     lead: 'network-lead@your-company.com',
  //     head: 'head-of-it@your-company.com',       // may be left out, as may all that follows
  //     route: { project: 'NET', issueType: 'Task', component: 'Firewall' },
  //     channel: '#network',
  //     timezone: 'Europe/Berlin',                 // that of `schedules`, where it is left out
  //   }
  // None: every name of a team is taken. Otherwise a recommendation or a lesson whose `ownerTeam` is not among these names,
  // letter by letter, is refused when it is written; what was written before stays, and may be approved. A team has its route
  // here or in `remediation.routes`, not in both.
  teams: {},

  remediation: {
    // Where the ticket of a fix goes that no other route takes. A route never leads to what `incidents.jira` calls an incident.
    // Names are those of your Jira, or ids where names are translated or double; `holdfast doctor` compares them with it.
    //   project, issueType                     needed
    //   site: 'finance'                        one of jira.sites; without it the site of `jira`
    //   parent: 'NET-12'                       an epic, or the parent of a subtask
    //   component: 'Firewall'                  or several, as a list
    //   assignee: '712020:5b10…'               an account id; on Data Center a login name
    //   priority: { critical: 'P1', high: 'P2' }   by level; 'none' sends none. Otherwise by its place in the list that the
    //                                          project allows: the first four are critical, high, medium and low
    //   labels: ['security']                   besides those below
    //   securityLevel: 'Security team'         without this right there is no ticket
    //   fields: {                              fields of your own, by id and by the kind of their value
    //     customfield_10050: { option: 'Internal' },    options: [...], number, text, user (an account id), date
    //     customfield_10051: { from: 'severity', map: { critical: 'Sev 1', high: 'Sev 2' } },
    //   },                                     from: severity, owner team, why, criterion, incident (its key), record (its address)
    //   due: 'business day'                    the Friday before a weekend; or 'calendar day', or 'none'. In the time zone of the team
    //   reopen: { transition: 'Back', resolution: 'none', fields: { customfield_10062: { from: 'reason' } } }
    //   close: { transition: 'Done', resolution: 'Duplicate' }    of a second ticket of the same fix
    //   onCancelled: { transition: 'Drop', resolution: "Won't Do" }    of a fix that was cancelled. Without it no ticket is moved for
    //                                          that; what people closed is not. onAccepted is the same of a risk that was accepted:
    //                                          what it moves to done comes back when the time is over; onVerified of a proven fix,
    //                                          only to a status of `claims`
    //   duplicateLink: 'Relates'               type of the link from it; 'none' for no link. 'Duplicate', where it is left out
    //   incidentLink: 'Relates'                type of the link to the incident, where that is on the same Jira and the record is
    //                                          not restricted; 'none' for no link. 'Relates', where it is left out
    //   followUpLink: 'Relates'                type of the link from a follow-up to a ticket that could not be reopened; that of
    //                                          incidentLink, where it is left out
    // What the screen of the project lacks is said in the description of the ticket.
    defaultRoute: { project: 'ENG', issueType: 'Task' },
    // Other routes. The first is taken of which all that stands in `when` holds, such as:
    //   [
    //     { name: 'restricted', when: { tlp: ['AMBER+STRICT', 'RED'] }, project: 'SECPRIV', issueType: 'Task' },
    //     { when: { team: 'network', kind: ['detect', 'respond'] }, project: 'NOC', issueType: 'Task' },
    //     { when: { control: 'ISO 27001 A.5.27', severity: 'critical' }, project: 'NET', issueType: 'Task', component: 'Firewall' },
    //   ]
    // severity is the priority of the fix. Then comes the route of the team in `teams`, then `defaultRoute`. One for each team may
    // also be written as { network: { project: 'NET', issueType: 'Task' } }. `holdfast route --explain` shows what is taken.
    routes: [],
    // How long a team has, by the priority of the recommendation. Impact 5 is critical, 4 high, 3 medium, less is low. What is
    // more urgent is never due later.
    dueWithin: { critical: 'P7D', high: 'P14D', medium: 'P30D', low: 'P90D' },
    // The longest time for which a recommendation may set a date of its own, its `dueAt`, counted from when it is written: at
    // least `dueWithin` of its priority. A later date is refused. Without one, `dueWithin` counts from the approval. Lessons have no
    // priority: their dates are held to that of low.
    longestDueWithin: { critical: 'P30D', high: 'P90D', medium: 'P180D', low: 'P365D' },
    // What the ticket of a fix tells when the record is TLP:AMBER+STRICT or TLP:RED: 'reference' leads to the record by its id,
    // without a word of it; 'instruction' says what to do, when it is good and how it is checked. Choose that where everybody
    // who may read these projects may know it: Holdfast cannot see who they are.
    restrictedTickets: 'reference',
    // The longest time for which a risk is accepted, by the priority of the recommendation: then it is looked at again.
    acceptRiskFor: { critical: 'P90D', high: 'P180D', medium: 'P365D', low: 'P730D' },
    // An accepted risk may be renewed. From this renewal on, each must be made by another approver than the acceptance before it:
    // with 2, the same person accepts a risk twice in a row, and not a third time.
    secondApproverFromRenewal: 2,
    // How a closed ticket claims that its work was done: pairs of a status and a resolution, by name or, where names are
    // translated, by id; null is no resolution. Everything else, such as Won't Do, claims nothing: the clock runs on, and
    // the ticket is asked what is to become of it.
    claims: [{ statuses: ['Done', 'Resolved', 'Closed'], resolutions: ['Done', 'Fixed', 'Resolved', null] }],
    // Labels on every ticket, besides the two by which Holdfast finds it again. Without spaces, at most 255 characters.
    labels: ['post-mortem'],
    create: {
      // How long a worker has for the creation of one ticket before another may take over.
      lease: 'PT2M',
      // The longest time for which Jira's search may not show a new ticket. When Jira did not say whether it created a
      // ticket, nothing is created again before this time is over. Too short a time risks a second ticket. Sweeps look
      // back by as much, and five minutes more, behind the one before.
      indexLag: 'PT5M',
      // How often to search in the meantime: at most `indexLag`.
      searchEvery: 'PT30S',
    },
  },

  verification: {
    // When a fix is checked, counted from the time at which its ticket went to done. The last step makes it verified.
    // A recommendation may bring steps of its own. 1 to 10 steps, each
    // longer than the one before.
    steps: ['P7D', 'P30D', 'P90D'],
    // How old the newest signal of a fix may be. Older, the fix is not shown as proven any more: freshness is the period in
    // which it is checked for ever. The default is a month and four days, for scans that run monthly.
    evidenceMaxAge: 'P35D',
    // The same of an attestation, which is a person's word.
    attestationMaxAge: 'P180D',
    // How long evidence may be late, before the fix is unproven and counts as overdue from its due date on.
    unprovenAfter: 'P7D',
    // How long a fail has to stand, without a pass of the same source about the same resource, before it counts.
    failStandsFor: 'PT1H',
    // Fails that were taken back sooner count too, as the so-many-th within a time: 2 to 10.
    shortFails: 3,
    shortFailsWithin: 'P14D',
    // A fail that is told late, and was over for so long, reopens nothing: the steps are counted anew from its end.
    recoveredAfter: 'P7D',
    // A fix that evidence reopened so often (2 to 10) within a time is held: its next Done counts when nothing has failed for
    // `quietFor`, and its ticket is not moved to and fro until then.
    hold: { reopenings: 3, within: 'P14D', quietFor: 'P7D' },
    // How far back a fail is looked for, where a plan asks that the subject was seen failing before the fix.
    seenFailingWithin: 'P365D',
    // How long before a step, and before its newest pass is too old, a source of `evidenceSources` is asked. Less than
    // `evidenceMaxAge`.
    askAhead: 'P5D',
  },

  // Sources of evidence of which there is more to say than their name, which is the one that their signals carry, such as:
  //   'bucket-scan': { ask: { function: 'ask-bucket-scan', timeout: 'PT10S' } },
  //   'security-hub': { alsoCalled: ['security-hub-asff', 'security-hub-ocsf'] },
  // `function` is a Lambda function of yours, by its name or its ARN in the region of this stack; `timeout` is from PT1S to PT45S.
  // A source is asked again at once when it says fail, and ahead of each check. At most 50. `alsoCalled` are other names of the same
  // source: what it says under them is kept and counted under the one name. A program that may speak for one of its names may for
  // all, and a plan may name any of them: docs/evidence-sources.md.
  evidenceSources: {},

  evidence: {
    // The largest file that is taken as evidence, in bytes, up to 1000000000.
    maxBytes: 100_000_000,
    // The media types that are taken. Leave out what a browser would run, such as text/html or image/svg+xml.
    mediaTypes: [
      'text/plain',
      'text/csv',
      'text/markdown',
      'application/json',
      'application/x-ndjson',
      'application/xml',
      'application/pdf',
      'image/png',
      'image/jpeg',
      'message/rfc822',
      'application/vnd.ms-outlook',
      'application/zip',
      'application/gzip',
      'application/x-tar',
      'application/x-7z-compressed',
      'application/vnd.tcpdump.pcap',
      'application/octet-stream',
    ],
    // Days for which nobody, not even the account's owner, can change or delete an uploaded file, 1 to 36500. Ask whoever
    // answers for personal data in your company before you raise it: it cannot be taken back for what is there. With
    // `operations.removalPolicy: 'destroy'` an administrator still can delete: that is for trials.
    retentionDays: 365,
    // How long a link for an upload works, and a link to read: from a minute to an hour.
    uploadWithin: 'PT15M',
    readWithin: 'PT5M',
  },

  // Programs that may call the API: scanners, pipelines, imports. Each has a client of its own in the user pool, whose id is the
  // output <Name>ClientId (MailScannerClientId for `mail-scanner`), and a secret of its own. At most 30; none is allowed.
  programs: {
    // What the one client of all programs could do before they had names, with its id and its secret. Give each program a name
    // and a client of its own, then take this one out.
    machine: {
      // The e-mail address of the person who answers for it, as in the user pool: in four eyes, what it writes counts as
      // written by them.
      owner: 'security@example.com',
      // What its tokens may be for: signals.write sends signals; records.read reads records up to TLP:AMBER; records.write
      // opens them and writes in them as well.
      scopes: ['signals.write', 'records.read', 'records.write'],
      // The names of the sources of evidence that it may speak for, exactly as its signals spell them in `source`; wanted with
      // signals.write, and only then. A plan can name these, and those of `evidenceSources`. '*' is every source, for trials: whoever has the secret can then prove or refute any
      // fix, and each synth says so.
      sources: ['*'],
    },
  },

  // The API for people and programs. Without an address of your own, it is at API Gateway's.
  api: {
    // Where the API has a domain of your own, such as 'https://holdfast.your-company.com'. People sign in under this address alone.
    // address: 'https://holdfast.your-company.com',
    // Points of calls for each person and each program in a minute: a read takes 1, a write or the rehearsal of an
    // import 2, and a search, an export, an import, the document of a report, CSV or a look through the log 10. Over it, calls are answered with 429 until the minute ends.
    // perMinute: { person: 1_200, program: 600 },
  },

  // How people sign in: with a password in the user pool, or through the company's own provider.
  signIn: {
    // Whether users of the pool need a second factor, an authenticator app: 'optional' or 'required'. A provider asks for its own.
    mfa: 'optional',
    // For so long nobody has to sign in again: an hour to ten years. Whoever leaves is signed out at the end of it at the latest, or at once
    // when you disable the user.
    lasts: 'PT12H',
    // The address of the sign-in pages, where the user pool has a domain of your own, such as 'https://sign-in.your-company.com'. Without
    // it, they are at Cognito's.
    // address: 'https://sign-in.your-company.com',
    // The company's provider, by SAML …
    // provider: {
    //   kind: 'saml',
    //   name: 'Okta',
    //   metadataUrl: 'https://your-company.okta.com/app/…/sso/saml/metadata',
    //   // The names that the provider gives to what it tells of a person. Nobody else writes these; four eyes rest on them.
    //   attributes: { email: 'email', name: 'displayName', jiraAccountId: 'jiraAccountId', groups: 'groups' },
    //   // Roles of its groups. Without them, you put people into the groups of the pool after their first sign-in.
    //   roles: { 'SOC Leads': 'approver', 'SOC Analysts': 'analyst' },
    //   // True when users of the pool may sign in beside it, with a password.
    //   passwordsToo: false,
    // },
    // … or by OpenID Connect. `clientSecret` names a secret in Secrets Manager that holds the secret of the client as it is.
    // provider: {
    //   kind: 'oidc', name: 'Entra', issuer: 'https://login.microsoftonline.com/<tenant>/v2.0', clientId: '…',
    //   clientSecret: 'holdfast/entra', attributes: { email: 'email', name: 'name' }, roles: {}, passwordsToo: false,
    // },
    // An OpenID issuer of the company's own, instead of the user pool: none is made then, and each of `programs` names its `clientId` there.
    // issuer: {
    //   // As its tokens name it, to the letter. It signs with RSA, which is all that API Gateway verifies.
    //   url: 'https://login.your-company.com/realms/security',
    //   // Two public clients, for authorization code with PKCE and refresh tokens.
    //   clients: { pages: 'holdfast-pages', commandLine: 'holdfast-cli' },
    //   scope: 'openid email profile offline_access',
    //   // Claims of the id token. Whoever can change one of these at the issuer is somebody else here.
    //   claims: { email: 'email', name: 'name', groups: 'groups', jiraAccountId: 'jira_account_id' },
    //   roles: { 'SOC Leads': 'approver', 'SOC Analysts': 'analyst' },
    //   // True where the issuer tells no `email_verified`, and only the company sets addresses.
    //   addressesAreVerified: false,
    //   // Audience of programs' access tokens, where there are programs.
    //   audience: 'holdfast',
    // },
  },

  reports: {
    // How far the first validation report looks back. Each one after it goes on where the one before it ended.
    period: 'P7D',
    // A report ends this long before it is written, so that what is being recorded at that moment is not passed over.
    // It may be zero, for trials.
    settle: 'PT1M',
    // How far ahead reports list what comes due.
    upcomingWithin: 'P14D',
    // The heading of both reports.
    title: 'Security lessons',
  },

  schedules: {
    // Finds the closed incidents that no webhook told.
    sweepIncidents: 'rate(15 minutes)',
    // Finds what no webhook told: changed tickets, creations left half done, deadlines that passed.
    sweepRemediation: 'rate(15 minutes)',
    // Holds Jira against the records: tickets without a record, second tickets, tickets that are gone.
    auditTickets: 'cron(30 6 ? * SUN *)',
    // Sends the fixes that are due to those who judge them.
    verifyRemediation: 'rate(1 hour)',
    // Writes the overdue and the validation report.
    publishReport: 'cron(0 7 ? * MON *)',
    // Looks whether the ticketing systems are still as the configuration names them. It also runs after each deployment.
    doctor: 'rate(1 day)',
    // Anchors the heads of the audit logs that changed: the days that are over, in UTC.
    anchorChains: 'cron(15 0 * * ? *)',
    // The IANA time zone of the cron expressions, such as Europe/Berlin.
    timezone: 'UTC',
  },

  ingress: {
    // The largest webhook body, in bytes, 1024 to 1000000. A larger one is answered with 413.
    maxBodyBytes: 512_000,
  },

  notifications: {
    // Who gets an e-mail when a report is published. Each address has to confirm its subscription once.
    reportEmails: [],
    // Who gets an e-mail when an alarm goes off.
    alarmEmails: [],
  },

  operations: {
    // Days for which CloudWatch keeps the logs of the functions.
    logRetentionDays: 90,
    // What happens to the table, the reports and the user pool when the stack is deleted: retain or destroy.
    removalPolicy: 'retain',
    // How long an accepted webhook is remembered, so that its repeats are known: two hours at least, since Jira repeats for half an hour.
    inboxRetention: 'P30D',
    // Days for which nobody, not even the account's owner, can change or delete an anchor, 1 to 36500. 2557 are seven
    // years. With `removalPolicy: 'destroy'` an administrator still can: that is for trials.
    anchorRetentionDays: 2_557,
  },
});
