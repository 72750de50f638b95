import { expect, it } from 'vitest';
import { ENVIRONMENT } from '../../bench/bundles.ts';
import { resourcesOf, templateOf } from './synthesized.ts';

it('the bench sets every variable of ours that a function has, so that each can be imported', () => {
  const variables = resourcesOf(templateOf(), 'AWS::Lambda::Function').flatMap(([, { Properties }]) =>
    Object.keys(Object(Object(Properties.Environment).Variables)),
  );
  const ofOthers = /^(NODE_|POWERTOOLS_|AWS_)/;
  const wanted = [...new Set(variables)].filter((name) => !ofOthers.test(name)).toSorted();
  expect(wanted).toContain('TABLE_NAME');
  expect(wanted.filter((name) => !(name in ENVIRONMENT))).toEqual([]);
});
