import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { ReadableName, rule, wholeRule } from '../words/settings.ts';
import { eachNameIsOfOneSource } from './source-name-rules.ts';

/** The role of the function that asks names each function that it may call: 50 of the longest names fit into its policy. */
const ASKABLE_LIMIT = 50;

/** https://docs.aws.amazon.com/lambda/latest/api/API_Invoke.html#API_Invoke_RequestParameters, without versions. */
const LAMBDA_FUNCTION =
  /^(arn:aws[a-z-]*:lambda:[a-z]{2}(-[a-z]+)+-\d:\d{12}:function:)?[A-Za-z0-9_-]{1,64}(:[A-Za-z][A-Za-z0-9_-]{0,127})?$/;

/** A question has to end, and its end to be written down, before the worker that asks it is cut off. */
const SHORTEST_TIMEOUT_MS = 1_000;
const LONGEST_TIMEOUT_MS = 45_000;

const Timeout = Duration.refine(
  (time) => durationMs(time) >= SHORTEST_TIMEOUT_MS && durationMs(time) <= LONGEST_TIMEOUT_MS,
  { error: 'expected a duration from PT1S to PT45S: the worker that asks runs for a minute' },
);

/** The source can be asked: by a Lambda function of the team's. */
const AskSetting = z.strictObject({
  function: z.string().regex(LAMBDA_FUNCTION, {
    error:
      'expected the name of a Lambda function in the account and region of this stack, or the ARN of one in its region',
  }),
  timeout: Timeout.prefault('PT10S'),
});

const saysSomething = wholeRule((setting) =>
  Object.keys(Object(setting)).length === 0
    ? [{ path: [], expected: 'expected ask, alsoCalled, or both: with neither, the source needs no entry' }]
    : [],
);

const EvidenceSourceSetting = z
  .strictObject({
    ask: AskSetting.optional(),
    /** Other names under which the same source speaks. What it says under them is kept under its one name. */
    alsoCalled: z.array(ReadableName.max(200)).min(1).max(20).optional(),
  })
  .check(saysSomething);

const AskedSetting = z.object({ ask: z.unknown() }).refine(({ ask }) => ask !== undefined);

const atMostTheLimit = wholeRule((sources) =>
  Object.values(Object(sources)).filter((one) => AskedSetting.safeParse(one).success).length > ASKABLE_LIMIT
    ? [{ path: [], expected: `expected at most ${ASKABLE_LIMIT} sources that can be asked` }]
    : [],
);

const everySourceIsNone = rule({ '*': z.unknown() }, (sources) =>
  sources['*'] === undefined
    ? []
    : [
        {
          path: ['*'],
          expected: "expected the name of a source: '*' stands for every one in programs, and for none here",
        },
      ],
);

/** Sources of evidence of which more is known than their words, by the name under which these are kept. */
export const EvidenceSourcePolicy = z
  .record(ReadableName.max(200), EvidenceSourceSetting)
  .check(atMostTheLimit, everySourceIsNone, eachNameIsOfOneSource)
  .prefault({});
export type EvidenceSourcePolicy = z.infer<typeof EvidenceSourcePolicy>;

/** How a source is asked; undefined when it cannot be. Names come from plans: `constructor` is one that every object has. */
export const askingOf = (sources: EvidenceSourcePolicy, name: string): z.infer<typeof AskSetting> | undefined =>
  Object.hasOwn(sources, name) ? sources[name]?.ask : undefined;

/** Names of the sources that can be asked. */
export const askableSources = (sources: EvidenceSourcePolicy): string[] =>
  Object.keys(sources).filter((name) => askingOf(sources, name) !== undefined);
