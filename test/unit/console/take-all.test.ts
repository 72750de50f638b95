import { describe, expect, it } from 'vitest';
import { Refusal } from '../../../console/data/refusal.ts';
import { refusedFor } from '../../../console/post-mortems/importing/refused-for.ts';
import { takeAll } from '../../../console/post-mortems/importing/take-all.ts';

const refusal = (status: number, problem: object = {}, headers: Record<string, string> = {}) =>
  new Refusal(new Response('', { status, headers }), {
    ...{ type: 'about:blank', title: 'No', status, detail: 'no', instance: '/imports' },
    ...problem,
  });

/** Takes four records; `answers` of a record come before it is taken. */
function taking(answers: Record<string, Error[]>, stopAt?: string, unanswered = new Set<string>()) {
  const stopper = new AbortController();
  const story: string[] = [];
  const all = takeAll(['a', 'b', 'c', 'd'], {
    take(one) {
      const error = answers[one]?.shift();
      if (error !== undefined) return Promise.reject(error);
      story.push(one);
      if (one === stopAt) stopper.abort();
      return Promise.resolve();
    },
    waits: (seconds) => void story.push(seconds === undefined ? 'goes on' : `waits ${seconds}`),
    stopped: stopper.signal,
    unanswered,
    passOver: (one) => void story.push(`without ${one}`),
    pause: () => {
      if (stopAt === 'pause') stopper.abort();
      return Promise.resolve();
    },
  });
  return { all, story };
}

describe('many records that are taken in', () => {
  it('wait as long as the API asks, and go on with the same one', async () => {
    const throttled = () => refusal(429, {}, { 'retry-after': '12' });
    const { all, story } = taking({ b: [throttled(), throttled()], d: [refusal(429)] });
    await all;
    expect(story).toEqual([
      ...['a', 'waits 12', 'goes on', 'waits 12', 'goes on', 'b', 'c', 'waits 5', 'goes on', 'd'],
    ]);
  });

  it('go no further when they are stopped, in a pause, too', async () => {
    const after = taking({}, 'b');
    const within = taking({ c: [refusal(429)] }, 'pause');
    await Promise.all([after.all, within.all]);
    expect([after.story, within.story]).toEqual([
      ['a', 'b'],
      ['a', 'b', 'waits 5', 'goes on'],
    ]);
  });

  it.each(['before it', 'within it'])('do not wait to the end of a pause when they are stopped %s', async (when) => {
    const stopper = new AbortController();
    const told: (number | undefined)[] = [];
    await takeAll(['a', 'b'], {
      take: () => Promise.reject(refusal(429, {}, { 'retry-after': '3600' })),
      waits(seconds) {
        told.push(seconds);
        if (when === 'before it') stopper.abort();
        else setTimeout(() => stopper.abort());
      },
      stopped: stopper.signal,
      unanswered: new Set(),
      passOver: (one) => expect.unreachable(one),
    });
    expect(told).toEqual([3_600, undefined]);
  });

  it('break off at what is not about one of them', async () => {
    const { all, story } = taking({ c: [refusal(503)] });
    await expect(all).rejects.toThrow('no');
    expect(story).toEqual(['a', 'b']);
  });

  it('go on without one that the API cannot answer twice, and not without one that was answered in between', async () => {
    const unanswered = new Set<string>();
    const run = async (answers: Record<string, Error[]>) => {
      const { all, story } = taking(answers, undefined, unanswered);
      const isThrough = await all.then(
        () => true,
        () => false,
      );
      return [isThrough, ...story];
    };
    expect(await run({ b: [refusal(500)] })).toEqual([false, 'a']);
    expect(await run({ b: [new TypeError('Failed to fetch')] })).toEqual([false, 'a']);
    expect(await run({ b: [refusal(429), refusal(502)] })).toEqual([
      ...[true, 'a', 'waits 5', 'goes on', 'without b', 'c', 'd'],
    ]);
    expect(await run({ c: [refusal(500)] })).toEqual([false, 'a', 'b']);
    expect(await run({})).toEqual([true, 'a', 'b', 'c', 'd']);
    expect(await run({ c: [refusal(500)] })).toEqual([false, 'a', 'b']);
  });
});

describe('an answer to a record that is not taken in', () => {
  it('is about the record where a rule says so, with its places', () => {
    const errors = [{ pointer: '/record/a.b~1c~0d', detail: 'there is no such column' }];
    expect([
      refusedFor(refusal(422, { errors })),
      refusedFor(refusal(409, { reason: 'wrong state', detail: 'it has another content' })),
    ]).toEqual([
      [{ place: 'a.b/c~d', words: 'there is no such column' }],
      [{ place: '', words: 'it has another content' }],
    ]);
  });

  it('is not where it passes: a lost race, a pause, a network that is gone, a role that is not enough', () => {
    const passing = [refusal(409), refusal(429), refusal(403), refusal(500), new TypeError('Failed to fetch')];
    expect(passing.map(refusedFor)).toEqual(passing.map(() => undefined));
  });
});
