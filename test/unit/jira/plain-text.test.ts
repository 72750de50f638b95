import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { techniquesIn } from '../../../shared/domain/ticket/incident-ticket.ts';
import { plainText } from '../../../shared/jira/adf.ts';
import { describeUnlessMissing } from '../../support/machine/describe-unless-missing.ts';
import { mustHold } from '../../support/texts/must-hold.ts';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const text = (words: unknown, ...marks: unknown[]) => ({ type: 'text', text: words, marks });
const node = (type: string, attrs: unknown, ...content: unknown[]) => ({ type, attrs, content });
const line = (...content: unknown[]) => node('paragraph', {}, ...content);
const item = (...content: unknown[]) => node('listItem', {}, ...content);
const href = (address: string) => ({ type: 'link', attrs: { href: address } });
const ATTACK = 'https://attack.mitre.org/techniques/T1566/002/';
