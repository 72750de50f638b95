import * as ts from 'typescript';

export type SourceFile = { path: string; text: string };

/** A name that more than one file exports, each file with a declaration of its own. */
export type SharedName = { name: string; files: string[] };

/**
 * Rooms whose exports are told apart by name alone. The console is by itself: it imports nothing of the others, and what it shows of a
 * thing has the name of the thing.
 */
export const NAMED_ROOMS = [['cli', 'functions', 'infra', 'local', 'runtime', 'shared'], ['console']] as const;

/** Names that several files may export, each with the reason. */
export const SHARED_ON_PURPOSE: ReadonlyMap<string, string> = new Map([
  ['handler', 'Lambda calls the export of this name in the index.ts of each function'],
]);

/**
 * The names that stand for several things: a search for one finds the others, and an import by name takes the wrong one.
 *
 * A type and a constant of one file are one thing: a zod schema and what it parses to. A re-export declares nothing.
 */
export function namesOfSeveralThings(files: readonly SourceFile[]): SharedName[] {
  const declared = files.flatMap((file) =>
    [...new Set(exportedNames(file))].map((name) => ({ name, path: file.path })),
  );
  return [...Map.groupBy(declared, ({ name }) => name)]
    .map(([name, found]) => ({ name, files: found.map(({ path }) => path).toSorted() }))
    .filter(({ files: { length } }) => length > 1)
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function exportedNames({ path, text }: SourceFile): string[] {
  const { statements } = ts.createSourceFile(path, text, ts.ScriptTarget.Latest);
  return statements.filter(isExported).flatMap(declaredNames);
}

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword);

function declaredNames(statement: ts.Statement): string[] {
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.flatMap(({ name }) => namesIn(name));
  }
  const isNamed =
    ts.isFunctionDeclaration(statement) ||
    ts.isClassDeclaration(statement) ||
    ts.isTypeAliasDeclaration(statement) ||
    ts.isInterfaceDeclaration(statement);
  return isNamed && statement.name !== undefined ? [statement.name.text] : [];
}

/** `export const { a, b } = …` declares both. */
function namesIn(name: ts.BindingName): string[] {
  if (ts.isIdentifier(name)) return [name.text];
  return name.elements.flatMap((element) => (ts.isBindingElement(element) ? namesIn(element.name) : []));
}
