import { describe, expect, it } from 'vitest';
import {
  ContributingFactor,
  ContributingFactorDraft,
  RootCauseDraft,
} from '../../../../shared/domain/record/content/causes.ts';
import { LessonDraft } from '../../../../shared/domain/record/content/lesson.ts';
import { aPartId } from '../../../support/world/records.ts';

const factor = (statement: string) => ({ kind: 'process gap', statement });
const isTaken = (statement: string): boolean => ContributingFactorDraft.safeParse(factor(statement)).success;

describe('the statement of a cause', () => {
  it.each([
    '密码重复使用',
    '認証情報の漏洩',
    'パスワード共有',
    '비밀번호 재사용',
    'ไม่มีการตรวจ',
    'No filter looks at it.',
  ])('is taken when it says something in few characters, in a script in which one says much: %s', (statement) => {
    const cause = RootCauseDraft.safeParse({ kind: 'technical', statement });
    const stored = ContributingFactor.safeParse({ ...factor(statement), id: aPartId() });
    const lesson = LessonDraft.shape.statement.safeParse(statement);
    expect([isTaken(statement), cause.success, stored.success, lesson.success]).toEqual([true, true, true, true]);
  });

  it.each([
    '不明',
    '該当なし',
    '特になし',
    '没有什么',
    '해당없음',
    'ああああああ',
    '密码',
    'Unclear',
    'x',
    '    密     ',
    'abc 密码',
  ])('is refused when it says nothing, or too little: %s', (statement) => {
    expect(isTaken(statement)).toBe(false);
  });

  it('says what is wanted', () => {
    const [issue] = ContributingFactorDraft.safeParse(factor('密码')).error?.issues ?? [];
    expect(issue).toMatchObject({
      path: ['statement'],
      message:
        'expected at least 10 characters that can be read, or a statement of 3 in Chinese, Japanese, Korean or a script like these; ' +
        'blanks and what is invisible do not count',
    });
  });
});
