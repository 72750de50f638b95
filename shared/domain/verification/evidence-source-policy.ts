import * as z from 'zod';
import { Duration, durationMs } from '../words/duration.ts';
import { ReadableName, rule, wholeRule } from '../words/settings.ts';

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

const EvidenceSourceSetting = z.strictObject({
  /** The source can be asked: by a Lambda function of the team's. */
  ask: z.strictObject({
    function: z.string().regex(LAMBDA_FUNCTION, {
      error:
        'expected the name of a Lambda function in the account and region of this stack, or the ARN of one in its region',
    }),
    timeout: Timeout.prefault('PT10S'),
  }),
});

const atMostTheLimit = wholeRule((sources) =>
  Object.keys(Object(sources)).length > ASKABLE_LIMIT
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

/** Sources of evidence that can be asked, by the name under which they speak. */
export const EvidenceSourcePolicy = z
  .record(ReadableName.max(200), EvidenceSourceSetting)
  .check(atMostTheLimit, everySourceIsNone)
  .prefault({});
export type EvidenceSourcePolicy = z.infer<typeof EvidenceSourcePolicy>;

/** Names of the sources that can be asked. */
export const askableSources = (sources: EvidenceSourcePolicy): string[] => Object.keys(sources);
