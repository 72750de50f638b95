import { render } from 'preact';
import './look/look.ts';
import { isAnythingHeld, startRouting } from './router/address.ts';
import { tellUnsent } from './session/open-tabs.ts';
import { startKeys } from './shell/keys.ts';
import { Shell } from './shell/shell.tsx';

const root = document.getElementById('console');
if (root === null) throw new Error('the page has no element with the id console');
startRouting();
startKeys();
tellUnsent(isAnythingHeld);
render(<Shell />, root);
