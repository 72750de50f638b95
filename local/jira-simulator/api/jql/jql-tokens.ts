import { JiraError } from '../jira-error.ts';

export type JqlToken = {
  readonly kind: 'word' | 'operator' | 'mark';
  readonly text: string;
  readonly isQuoted: boolean;
  /** Place of its end in the query, from 1. */
  readonly at: number;
};

export type TokenReader = ReturnType<typeof readTokens>;

/** Reads the tokens of a query one after another, and refuses the query when an expected one is missing. */
export function readTokens(jql: string) {
  const tokens = tokenize(jql);
  let position = 0;
  return { peek, isWord, next, skipWord, expectWord, skipMark };

  function peek(): JqlToken | undefined {
    return tokens[position];
  }

  function isWord(word: string): boolean {
    return peek()?.isQuoted === false && peek()?.text.toLowerCase() === word;
  }

  function next(what: string): JqlToken {
    const token = peek();
    if (token === undefined) throw notUnderstood(`Expecting ${what} but got the end of the query`);
    position += 1;
    return token;
  }

  function skipWord(word: string): boolean {
    if (!isWord(word)) return false;
    position += 1;
    return true;
  }

  function expectWord(word: string): void {
    const got = peek()?.text ?? 'the end of the query';
    if (!skipWord(word)) throw notUnderstood(`Expecting '${word.toUpperCase()}' but got '${got}'`);
  }

  function skipMark(mark: string): boolean {
    const token = peek();
    if (token?.kind !== 'mark' || token.text !== mark) return false;
    position += 1;
    return true;
  }
}

const tokenPattern = /\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|(>=|<=|!=|=|>|<)|([(),])|([^\s"'(),=<>!]+))/y;

function tokenize(jql: string): JqlToken[] {
  const tokens: JqlToken[] = [];
  const text = jql.trimEnd();
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < text.length) {
    const start = tokenPattern.lastIndex;
    const match = tokenPattern.exec(text);
    if (match === null) throw notUnderstood(`Cannot read the query from character ${start + 1}`);
    const [, doubleQuoted, singleQuoted, operator, mark, word = ''] = match;
    const quoted = doubleQuoted ?? singleQuoted;
    const at = tokenPattern.lastIndex;
    if (quoted !== undefined) tokens.push({ kind: 'word', text: quoted.replace(/\\(.)/g, '$1'), isQuoted: true, at });
    else if (operator !== undefined) tokens.push({ kind: 'operator', text: operator, isQuoted: false, at });
    else if (mark !== undefined) tokens.push({ kind: 'mark', text: mark, isQuoted: false, at });
    else tokens.push({ kind: 'word', text: word, isQuoted: false, at });
  }
  return tokens;
}

export function notUnderstood(problem: string): JiraError {
  return new JiraError(400, [`Error in the JQL Query: ${problem}.`]);
}
