import { openDoor } from '../cli/door.js';

await openDoor('npm run demo', () => import('./demo/run-demo.ts'));
