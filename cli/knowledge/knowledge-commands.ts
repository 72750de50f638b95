import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { KnownTechnique, TechniquePage } from '../../shared/api/routes/knowledge-routes.ts';
import { parseJson } from '../../shared/domain/words/well-formed.ts';
import { API_URL, asking } from '../api/api-command.ts';
import { moreText } from '../api/list-command.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { CommandFailure } from '../failure.ts';
import { attackCatalogue } from './attack-catalogue.ts';
import { d3fendCatalogue } from './d3fend-catalogue.ts';
import { readStix } from './stix.ts';
import { techniqueTable, techniqueText } from './technique-text.ts';

/** Where this checkout keeps what it ships. */
const FOLDER = fileURLToPath(new URL('../../shared/domain/knowledge', import.meta.url));

const PageOptions = z.object({ limit: z.string().optional(), cursor: z.string().optional() });

const ImportOptions = CommonOptions.extend({
  attack: z.array(z.string()).optional(),
  attackVersion: z.string().optional(),
  d3fend: z.string().optional(),
  d3fendVersion: z.string().optional(),
  out: z.string().default(FOLDER),
});

/** Adds `holdfast knowledge …` to the program. */
export function addKnowledge(program: Command, commandLine: CommandLine): void {
  const knowledge = program
    .command('knowledge')
    .description('Knows ATT&CK and D3FEND, as far as records name them.')
    .summary('look techniques up, and renew the catalogues');

  knowledge
    .command('find')
    .description('Finds techniques of ATT&CK by the beginning of their id, or by words of their name.')
    .argument('<words...>', 'such as T1566, or spearphishing link')
    .option('--limit <count>', 'how many at most, 1 to 100')
    .option('--cursor <cursor>', 'go on where the page before ended')
    .option(...API_URL)
    .addHelpText('after', '\nExample:\n  $ holdfast knowledge find spearphishing link')
    .action(async (words: string[], _options: unknown, command: Command) => {
      const { api, print } = await asking(commandLine, command);
      const query = { q: words.join(' '), ...PageOptions.parse(command.opts()) };
      const { body, raw } = await api.call(TechniquePage, { method: 'GET', path: '/knowledge/techniques', query });
      print(raw, () => `${techniqueTable(body, commandLine.terminal.columns)}${moreText(body)}`);
      commandLine.finished(true);
    });

  knowledge
    .command('technique')
    .description('Shows a technique of ATT&CK, and what MITRE names against it.')
    .argument('<id>', 'such as T1566.002', techniqueId)
    .option(...API_URL)
    .addHelpText('after', '\nExample:\n  $ holdfast knowledge technique T1566.002')
    .action(async (id: string, _options: unknown, command: Command) => {
      const { api, print } = await asking(commandLine, command);
      const { body, raw } = await api.call(KnownTechnique, { method: 'GET', path: `/knowledge/techniques/${id}` });
      print(raw, () => techniqueText(body));
      commandLine.finished(true);
    });

  knowledge
    .command('import')
    .description("Makes this checkout's catalogues from MITRE's own releases. Deploy afterwards.")
    .summary("make the catalogues from MITRE's releases")
    .option('--attack <path...>', 'bundles of ATT&CK in STIX, or folders with a file for each object')
    .option('--attack-version <version>', 'of which version they are, where they do not say it: 18.1', version)
    .option('--d3fend <file>', 'd3fend.json, the ontology in JSON-LD')
    .option('--d3fend-version <version>', 'of which version it is: 1.2.0', version)
    .option('--out <folder>', 'where to write instead')
    .addHelpText('after', IMPORT_HELP)
    .action(async (_options: unknown, command: Command) => {
      const options = ImportOptions.parse(command.optsWithGlobals());
      if (options.attack === undefined && options.d3fend === undefined) {
        command.error('error: name --attack, --d3fend or both');
      }
      const made = await importKnowledge(options);
      const { terminal, finished } = commandLine;
      terminal.out(options.json ? `${JSON.stringify(made)}\n` : made.map(madeText).join(''));
      finished(true);
    });
}

type Made = { file: string; version: string; techniques: number };

const madeText = ({ file, version: of, techniques }: Made): string =>
  `${file}: version ${of}, ${techniques} techniques\n`;

async function importKnowledge(options: z.infer<typeof ImportOptions>): Promise<Made[]> {
  const made: Made[] = [];
  try {
    // Both are read before anything is written: a wrong path leaves the catalogues as they are.
    const attack =
      options.attack && attackCatalogue(await Promise.all(options.attack.map(readStix)), options.attackVersion);
    const d3fend = options.d3fend && d3fendIn(await readFile(options.d3fend, 'utf8'), options.d3fendVersion);
    const catalogues = { 'attack-catalogue.json': attack, 'd3fend-catalogue.json': d3fend };
    for (const [name, catalogue] of Object.entries(catalogues)) {
      if (catalogue === undefined || catalogue === '') continue;
      const file = join(options.out, name);
      await writeFile(file, catalogueFile(catalogue));
      made.push({ file: name, version: catalogue.version, techniques: catalogue.techniques.length });
    }
    return made;
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    throw new CommandFailure(`the catalogues stay as they are: ${message}`, FROM_WHERE, { cause: error });
  }
}

const d3fendIn = (text: string, wanted: string | undefined) => d3fendCatalogue(parseJson(text), wanted);

const FROM_WHERE =
  'ATT&CK in STIX: https://github.com/mitre-attack/attack-stix-data; d3fend.json: https://d3fend.mitre.org/resources/ontology/';

/** JSON with a line for each entry: what a new release changes shows line by line. */
export function catalogueFile(catalogue: object): string {
  const lines = Object.entries(catalogue).map(([key, value]) => {
    const told = Array.isArray(value)
      ? `[\n${value.map((entry) => `    ${JSON.stringify(entry)}`).join(',\n')}\n  ]`
      : JSON.stringify(value);
    return `  ${JSON.stringify(key)}: ${told}`;
  });
  return `{\n${lines.join(',\n')}\n}\n`;
}

function techniqueId(text: string): string {
  const id = text.toUpperCase();
  if (!/^T\d{4}(?:\.\d{3})?$/.test(id))
    throw new InvalidArgumentError('It is no technique, such as T1566 or T1566.002.');
  return id;
}

function version(text: string): string {
  if (!/^\d{1,3}(?:\.\d{1,3}){0,2}$/.test(text)) throw new InvalidArgumentError('It is no version, such as 18.1.');
  return text;
}

const IMPORT_HELP = `
Where they are published:
  ${FROM_WHERE}

Examples:
  $ holdfast knowledge import --attack enterprise-attack.json ics-attack.json mobile-attack.json
  $ holdfast knowledge import --d3fend d3fend.json --d3fend-version 1.2.0`;
