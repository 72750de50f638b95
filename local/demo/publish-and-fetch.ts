import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import * as z from 'zod';
import type { LocalStack } from '../local-stack.ts';
import type { Narrator } from '../narrator.ts';

export type SavedReport = {
  kind: string;
  summary: string;
  htmlFile: string;
  html: string;
  markdown: string;
  json: string;
};

const Published = z.object({
  published: z.array(
    z.object({
      kind: z.string(),
      summary: z.string(),
      keys: z.object({ html: z.string(), markdown: z.string(), json: z.string() }),
    }),
  ),
});

/** Runs the report's schedule and keeps its files where a person can open them. */
export async function publishAndFetch(stack: LocalStack, tell: Narrator, folder: string): Promise<SavedReport[]> {
  return tell.step(
    'The reports are published to S3',
    async () => {
      const { published } = Published.parse(await stack.invoke(stack.outputs.PublishReportFunctionName));
      await mkdir(folder, { recursive: true });
      return Promise.all(
        published.map(async ({ kind, summary, keys }) => {
          const [html, markdown, json] = await Promise.all([keys.html, keys.markdown, keys.json].map(stack.report));
          const files = { html: html ?? '', markdown: markdown ?? '', json: json ?? '' };
          for (const form of ['html', 'markdown', 'json'] as const) {
            await writeFile(join(folder, basename(keys[form])), files[form]);
          }
          return { kind, summary, htmlFile: join(folder, basename(keys.html)), ...files };
        }),
      );
    },
    (reports) => reports.map(({ summary }) => `\n            · ${summary}`).join(''),
  );
}
