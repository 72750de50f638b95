#!/usr/bin/env node
import { openDoor } from './door.js';

await openDoor('npx holdfast', () => import('./main.ts'));
