import { relative } from 'node:path';
import * as ts from 'typescript';
import { CUTS_OF_NO_TEXT, READERS_OF_OWN_JSON } from './text-rules.ts';

const ROOMS = ['cli', 'functions', 'runtime', 'shared'];

/**
 * Holds what is deployed, and the command line, to two rules about text: nobody cuts it but `shared/domain/words/shorten.ts`, which
 * tears no character apart; and JSON of other systems is read by `parseJson`, which repairs halves of characters. A check
 * that saw nothing would pass as well, so every exception has to be there still.
 */
function found(): { cuts: Found[]; reads: Found[] } {
  const config = ts.readConfigFile('tsconfig.json', ts.sys.readFile);
  const { options, fileNames } = ts.parseJsonConfigFileContent(config.config, ts.sys, '.');
  const files = fileNames.filter((file) => ROOMS.includes(relative('.', file).split('/')[0] ?? ''));
  const program = ts.createProgram(files, options);
  const checker = program.getTypeChecker();
  const cuts: Found[] = [];
  const reads: Found[] = [];
  for (const file of files) {
    const source = program.getSourceFile(file);
    if (source === undefined) continue;
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const one = { file: relative('.', file), call: node.getText(source).replace(/\s+/g, ' ') };
        if (cutsText(node, node.expression, checker)) cuts.push(one);
        if (node.expression.getText(source) === 'JSON.parse') reads.push(one);
      }
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
  return { cuts, reads };
}
type Found = { file: string; call: string };

/** `text.slice(0, 200)`; but not `text.slice(2)`, nor `text.slice(0, -1)`, which take off what is known to be there. */
function cutsText(
  { arguments: [, end] }: ts.CallExpression,
  { name, expression }: ts.PropertyAccessExpression,
  checker: ts.TypeChecker,
): boolean {
  if (!['slice', 'substring', 'substr'].includes(name.text)) return false;
  if (end === undefined || ts.isPrefixUnaryExpression(end)) return false;
  return checker.isTypeAssignableTo(checker.getTypeAtLocation(expression), checker.getStringType());
}

const { cuts, reads } = found();
const allowedCuts = Object.values(CUTS_OF_NO_TEXT).flat();
const allowedReaders = Object.keys(READERS_OF_OWN_JSON);
const faults = [
  ...cuts
    .filter(({ file, call }) => file !== 'shared/domain/words/shorten.ts' && !allowedCuts.includes(call))
    .map(({ file, call }) => `${file}: ${call} may tear a character apart; use shared/domain/words/shorten.ts`),
  ...reads
    .filter(({ file }) => !allowedReaders.includes(file))
    .map(({ file, call }) => `${file}: ${call} may let half of a character in; use parseJson of well-formed.ts`),
  ...allowedCuts
    .filter((allowed) => !cuts.some(({ call }) => call === allowed))
    .map((allowed) => `tools/text-rules.ts: there is no ${allowed} any more; take it out`),
  ...allowedReaders
    .filter((allowed) => !reads.some(({ file }) => file === allowed))
    .map((allowed) => `tools/text-rules.ts: ${allowed} reads no JSON any more; take it out`),
];
for (const fault of faults) console.error(fault);
console.log(`text: ${faults.length} faults in ${cuts.length} cuts and ${reads.length} readings of JSON`);
process.exitCode = faults.length > 0 ? 1 : 0;
