import type { Terminal } from '../../../cli/terminal.ts';

/** Hears what a command says. */
export function testTerminal() {
  let out = '';
  let err = '';
  const terminal: Terminal = {
    out: (text) => {
      out += text;
    },
    err: (text) => {
      err += text;
    },
    busy: () => ({ say: () => {}, end: () => {} }),
  };
  return { terminal, out: () => out, err: () => err };
}
