import { writeFile } from 'node:fs/promises';
import { eventsPage } from './events-page.ts';

/** Writes the pages that are made from the code. */
await writeFile(new URL('../docs/events.md', import.meta.url), eventsPage());
