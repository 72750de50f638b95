import { type Command, Option } from 'commander';
import * as z from 'zod';
import config from '#config';
import { RecommendationKind } from '../../shared/domain/remediation/recommendation.ts';
import type { PostMortemId, RecommendationId } from '../../shared/domain/words/identifiers.ts';
import { Severity } from '../../shared/domain/words/severity.ts';
import { Tlp } from '../../shared/domain/words/tlp.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions, postMortemId, recommendationId } from '../command-options.ts';
import { explainRoute, factsOfRecord } from './explain-route.ts';

const RouteOptions = CommonOptions.extend({
  explain: z.boolean().default(false),
  team: z.string().optional(),
  kind: RecommendationKind,
  control: z.array(z.string()).default([]),
  tlp: Tlp,
  severity: Severity,
});

/** Adds `holdfast route` to the program. */
export function addRoute(program: Command, { terminal, connect, finished }: CommandLine): void {
  program
    .command('route')
    .description('Shows which route of holdfast.config.ts the ticket of a recommendation takes, and why.')
    .summary('show where the ticket of a recommendation goes')
    .argument('[post-mortem]', 'the record', postMortemId)
    .argument('[recommendation]', 'the recommendation in it', recommendationId)
    .option('--explain', 'say why the routes before it were passed over, and what is sent')
    .option('--team <name>', 'owner team of a recommendation that is only thought of')
    .addOption(new Option('--kind <kind>', 'its kind').choices(RecommendationKind.options).default('prevent'))
    .option('--control <control...>', 'its controls, such as "ISO 27001 A.5.27"')
    .addOption(new Option('--tlp <mark>', 'mark of its record').choices(Tlp.options).default(config.postMortem.tlp))
    .addOption(new Option('--severity <level>', 'its priority').choices(Severity.options).default('medium'))
    .addHelpText('after', ROUTE_HELP)
    .action(
      async (
        record: PostMortemId | undefined,
        recommendation: RecommendationId | undefined,
        _options: unknown,
        command: Command,
      ) => {
        const { json, explain, team, kind, control, tlp, severity, ...where } = RouteOptions.parse(
          command.optsWithGlobals(),
        );
        if ((record === undefined || recommendation === undefined) === (team === undefined)) {
          command.error('error: name a record and a recommendation in it, or a --team');
        }
        const facts =
          record === undefined || recommendation === undefined
            ? { team: team ?? '', kind, controls: control, tlp, severity }
            : await factsOfRecord(await connect(where), { postMortemId: record, id: recommendation });
        terminal.out(explainRoute(facts, config, { explain, asJson: json }));
        finished(true);
      },
    );
}

const ROUTE_HELP = `
With --team it needs no installation and no network: it reads the holdfast.config.ts of this checkout. A ticket that is to be created
takes the route that the configuration has then. Whether Jira has what the route names, \`holdfast doctor\` says.

Examples:
  $ holdfast route --team network --kind detect --severity high --explain
  $ holdfast route 01KA0000000000000000000001 01KA0000000000000000000002 --explain`;
