import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { describe, expect, it } from 'vitest';
import { parseConfig } from '../../../shared/domain/policy/parse-config.ts';
import { placeholdersIn } from '../../../shared/domain/policy/placeholders.ts';
import { synthesize, templateOf } from './synthesized.ts';

const OURS = {
  jira: { site: 'https://acme.atlassian.net' },
  postMortem: { recordUrl: 'https://reviews.acme.com/{id}' },
  programs: { scanner: { owner: 'sam@acme.com', scopes: ['records.read' as const] } },
  notifications: { alarmEmails: ['on-call@acme.com'] },
};

describe('addresses of the examples', () => {
  it('are named with their paths, wherever they stand', () => {
    const notifications = {
      reportEmails: ['ciso@acme.com', 'security@example.com'],
      alarmEmails: ['a@mail.example.org'],
    };
    const teams = { network: { owner: 'nora@acme.com', lead: 'lead@example.com', head: 'head@example.net' } };
    expect(placeholdersIn(parseConfig({ notifications, teams }))).toEqual([
      'jira.site: https://your-site.atlassian.net',
      'postMortem.recordUrl: https://holdfast.example.com/post-mortems/{id}',
      'programs.machine.owner: security@example.com',
      'teams.network.lead: lead@example.com',
      'teams.network.head: head@example.net',
      'notifications.reportEmails.1: security@example.com',
      'notifications.alarmEmails.0: a@mail.example.org',
    ]);
    expect(placeholdersIn(parseConfig(OURS))).toEqual([]);
  });

  it('are warned of at the synth, and CloudFormation refuses to deploy them', () => {
    const { stack } = synthesize();
    Annotations.fromStack(stack).hasWarning('/Holdfast', Match.stringLikeRegexp('your-site.atlassian.net'));
    const { Parameters, Rules } = templateOf().toJSON();
    expect([Parameters.DeployWithPlaceholders.Default, Rules.NoPlaceholders]).toEqual([
      'no',
      {
        Assertions: [
          {
            Assert: { 'Fn::Equals': [{ Ref: 'DeployWithPlaceholders' }, 'yes'] },
            AssertDescription: expect.stringContaining('jira.site: https://your-site.atlassian.net'),
          },
        ],
      },
    ]);
  });

  it('once replaced, leave nothing of that in the template', () => {
    const { Parameters, Rules } = templateOf(OURS).toJSON();
    expect([Parameters.DeployWithPlaceholders, Rules.NoPlaceholders]).toEqual([undefined, undefined]);
  });
});
