import type { StateInline } from 'markdown-it';

const PATH = /(?::\\|\\\\)[^\s\\][^\s`"'<>|()[\]]{0,400}/y;

/**
 * `C:\_drop` and `\\server\share` are paths, and their backslashes no escapes. Elsewhere a backslash before punctuation makes
 * it a plain character, as in Markdown.
 */
export function keepWindowsPath(state: StateInline, isSilent: boolean): boolean {
  const { src, pos } = state;
  const [before, here] = [src.charAt(pos - 1), src.charAt(pos)];
  if (here !== ':' && here !== '\\') return false;
  if (here === ':' ? !/[a-z]/i.test(before) : /[\w\\]/.test(before)) return false;
  // What closes a mark or a sentence is no part of the path.
  PATH.lastIndex = pos;
  const path = PATH.exec(src)?.[0].replace(/[*_~.,;:!?]+$/, '');
  if (path === undefined) return false;
  if (!isSilent) state.pending += path;
  state.pos += path.length;
  return true;
}
