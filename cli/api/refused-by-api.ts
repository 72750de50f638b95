import * as z from 'zod';
import { CommandFailure } from '../failure.ts';

const Wrong = z.object({
  pointer: z.string().optional(),
  parameter: z.string().optional(),
  header: z.string().optional(),
  detail: z.string(),
});
/** What is read of a problem document (RFC 9457). The rest goes on to programs as it came. */
const Problem = z.looseObject({ title: z.string(), detail: z.string(), errors: z.array(Wrong).default([]) });

/** The API refused a call. `problem` is its whole answer, for programs. */
export class RefusedByApi extends CommandFailure {
  readonly status: number;
  readonly problem: unknown;

  /** @param placeNamed what a command calls a place of the request, such as `/url` */
  constructor(
    status: number,
    problem: unknown,
    advice = ADVICE[status] ?? 'try again later',
    placeNamed: (place: string) => string = (place) => place,
  ) {
    super(wordsOf(status, problem, placeNamed), advice);
    this.name = 'RefusedByApi';
    this.status = status;
    this.problem = problem;
  }
}

function wordsOf(status: number, body: unknown, placeNamed: (place: string) => string): string {
  const problem = Problem.safeParse(body).data;
  if (problem === undefined) return `the API answered ${status}`;
  const lines = problem.errors.map(({ pointer, parameter, header, detail }) => {
    const place = placeNamed(pointer ?? parameter ?? header ?? '');
    return `\n  ${place === '' ? '' : `${place}: `}${detail}`;
  });
  return `${problem.title} (${status}): ${problem.detail}${lines.join('')}`;
}

const ADVICE: Readonly<Record<number, string>> = {
  400: 'correct that, and repeat the command',
  401: 'sign in again: holdfast login',
  403: 'what you may do: holdfast me, and for a record: holdfast record show <record>',
  404: 'look for a wrong character: holdfast record list',
  409: 'what can be done with the record now: holdfast record show <record>',
  412: 'read it again (holdfast record show <record>), and decide on what is there now',
  422: 'correct that, and repeat the command',
  429: 'wait, and repeat the command',
};
