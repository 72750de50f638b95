import { openDoor } from '../cli/door.js';

await openDoor('npm run local', () => import('./session/run-local.ts'));
