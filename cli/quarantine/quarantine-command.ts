import { type Command, Option } from 'commander';
import * as z from 'zod';
import config from '#config';

import { SourceName } from '../../shared/domain/ticket/source-names.ts';
import { SOURCES } from '../../shared/intake/registry.ts';
import { webhooksInUse } from '../../shared/intake/sources-in-use.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { listQuarantine, sendBackQuarantined } from './quarantine.ts';

const QuarantineOptions = CommonOptions.extend({ source: z.string().optional(), sendBack: z.string().optional() });

/** Those of now; a source that is switched off may have sent some before. */
const ENDPOINTS = [...new Set([...webhooksInUse(SOURCES, config).keys(), ...SourceName.options])];

/** Adds `holdfast quarantine` to the program. `aside` is its name of before. */
export function addQuarantine(program: Command, { terminal, connect, now, finished }: CommandLine): void {
  program
    .command('quarantine')
    .alias('aside')
    .description('Shows the signed webhooks that were not taken in, and takes one in when this version can read it.')
    .summary('show webhooks that were not taken in')
    .addOption(
      new Option('--source <name>', 'only those of this address, by what stands behind /webhooks/').choices(ENDPOINTS),
    )
    .option('--send-back <id>', 'read it again and take it in, as if it had come now')
    .addHelpText('after', QUARANTINE_HELP)
    .action(async (_options: unknown, command: Command) => {
      const { json, source, sendBack, ...where } = QuarantineOptions.parse(command.optsWithGlobals());
      const deps = { installation: await connect(where), terminal, now, asJson: json };
      const sources = source === undefined ? ENDPOINTS : [source];
      finished(
        await (sendBack === undefined ? listQuarantine(deps, sources) : sendBackQuarantined(deps, sources, sendBack)),
      );
    });
}

const QUARANTINE_HELP = `
It reads with this checkout's version and its holdfast.config.ts: run it from the one that is deployed. Nothing is sent to
Jira or anywhere else; the event goes into the table's inbox, once, and from there its usual way.

Examples:
  $ holdfast quarantine
  $ holdfast quarantine --send-back 9f86d081884c7d65…`;
