interface PageParts {
  readonly script: string;
  /** Scripts that the first one imports. */
  readonly preloads: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The page of the console. It holds no script and no style of its own: its policy (`functions/serve-console`) would let neither run.
 *
 * @param parts addresses of files that it loads; our own, without a letter that would have to be escaped
 */
export const consolePage = ({ script, preloads, styles }: PageParts): string => `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>Holdfast</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="theme-color" content="#ffffff" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#12161c" media="(prefers-color-scheme: dark)">
<link rel="icon" href="data:,">
${[
  ...styles.map((href) => `<link rel="stylesheet" href="${href}">`),
  ...preloads.map((href) => `<link rel="modulepreload" href="${href}">`),
  `<script type="module" src="${script}"></script>`,
].join('\n')}
</head>
<body>
<div id="console"></div>
<noscript>The console of Holdfast needs JavaScript.</noscript>
</body>
</html>
`;
