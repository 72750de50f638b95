import { BackfillPlace, type BackfillRequest } from '../../domain/ticket/backfill.ts';
import type { SourceName } from '../../domain/ticket/source-names.ts';
import { addDuration, Duration } from '../../domain/words/duration.ts';
import { keys } from '../keys.ts';
import { getItem, putItem, putNew, type Table } from '../table.ts';

/** So long does Jira know a place in a search. A backfill that nobody has gone on with begins anew. */
const KEPT_FOR = Duration.parse('P7D');
const TURN_KEPT_FOR = Duration.parse('PT1H');

type Asked = Pick<BackfillRequest, 'source' | 'since' | 'until'>;

const placeKey = ({ source, since, until = '' }: Asked) => keys.cursor(`backfill#${source}#${since}#${until}`);
const expiry = (now: string, after: Duration): number => Math.ceil(Date.parse(addDuration(now, after)) / 1_000);

/** How far the backfill has come that asks for the same days, from whichever machine. */
export async function readBackfillPlace(table: Table, asked: Asked): Promise<BackfillPlace> {
  return BackfillPlace.parse((await getItem(table, placeKey(asked)))?.scopes ?? {});
}

export async function writeBackfillPlace(table: Table, asked: Asked, scopes: BackfillPlace, now: string) {
  await putItem(table, { ...placeKey(asked), scopes, expiresAt: expiry(now, KEPT_FOR) });
}

/** Takes the minute for one portion: who has it tells closures of the source, and nobody else. @returns false when it is taken */
export async function takeBackfillTurn(table: Table, source: SourceName, now: string): Promise<boolean> {
  const minute = Math.floor(Date.parse(now) / 60_000);
  const turn = { ...keys.cursor(`backfill#${source}#turn#${minute}`), expiresAt: expiry(now, TURN_KEPT_FOR) };
  return (await putNew(table, turn)) === undefined;
}
