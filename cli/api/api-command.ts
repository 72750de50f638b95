import { type Command, InvalidArgumentError } from 'commander';
import * as z from 'zod';
import { PostMortemId } from '../../shared/domain/words/identifiers.ts';
import type { CommandLine } from '../command.ts';
import { CommonOptions } from '../command-options.ts';
import { apiAddress } from '../sign-in/ways-to-sign-in.ts';
import { type Api, apiAsSignedIn } from './api.ts';

/** Options of every command that works with the API. */
export const ApiOptions = CommonOptions.extend({ apiUrl: z.string().optional(), source: z.string().default('jira') });

export const API_URL = [
  '--api-url <url>',
  'the API to use; by default the one that was signed in to last',
  httpUrl,
] as const;

export function httpUrl(text: string): string {
  const url = z.url({ protocol: /^https?$/ }).safeParse(text);
  if (!url.success) throw new InvalidArgumentError('It is no URL that starts with http:// or https://.');
  return apiAddress(url.data);
}

export const SOURCE = ['--source <name>', 'the source of the incident whose key it is', 'jira'] as const;

/** Argument that names a record, and how to say whose key it is. */
export function aboutRecord(command: Command): Command {
  return command
    .argument('<record>', 'its id, or the key of its incident')
    .option(...SOURCE)
    .option(...API_URL);
}

/** Whom a command asks, and how it prints. */
export async function asking(commandLine: CommandLine, command: Command) {
  const { json, apiUrl, source } = ApiOptions.parse(command.optsWithGlobals());
  const { terminal } = commandLine;
  const api = await apiAsSignedIn(commandLine, apiUrl);
  return {
    api,
    recordId: (named: string) => idOfRecord(api, named, source),
    /** @param raw what programs get: the answer of the API as it came */
    print: (raw: unknown, text: () => string) => terminal.out(json ? `${JSON.stringify(raw, undefined, 2)}\n` : text()),
  };
}

async function idOfRecord(api: Api, named: string, source: string): Promise<PostMortemId> {
  const id = PostMortemId.safeParse(named.toUpperCase());
  if (id.success) return id.data;
  const path = `/incident-tickets/${encodeURIComponent(source)}/${encodeURIComponent(named)}/post-mortem`;
  const { body } = await api.call(z.object({ id: PostMortemId }), { method: 'GET', path });
  return body.id;
}
