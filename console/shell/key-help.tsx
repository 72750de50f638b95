import { signal } from '@preact/signals';
import { Fragment } from 'preact';
import { Dialog } from '../parts/dialog.tsx';
import { isMac } from './is-mac.ts';
import { bindings } from './keys.ts';
import { singleKeys } from './preferences.ts';

export const isKeyHelpOpen = signal(false);

/** All keys that work here, made from the table that binds them. */
export function KeyHelp() {
  const shown = new Map(bindings.value.map(({ keys, words }) => [keys, words]));
  return (
    <Dialog isOpen={isKeyHelpOpen.value} title="Keys" onClose={() => (isKeyHelpOpen.value = false)}>
      {singleKeys.value ? null : <p class="quiet">Keys of one letter are switched off in your menu.</p>}
      <dl class="terms">
        {[...shown].map(([keys, words]) => (
          <Fragment key={keys}>
            <dt>
              {keys.split(' ').map((key) => (
                <kbd key={key}>{key === 'Mod' ? (isMac ? '⌘' : 'Ctrl') : key}</kbd>
              ))}
            </dt>
            <dd>{words}</dd>
          </Fragment>
        ))}
      </dl>
    </Dialog>
  );
}
