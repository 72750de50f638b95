import { useEffect, useMemo, useState } from 'preact/hooks';
import { Skeleton } from '../parts/skeleton.tsx';
import { Toasts, undoLatest } from '../parts/toasts.tsx';
import { address, go } from '../router/address.ts';
import type { Params, Place } from '../router/place.ts';
import { placeAt } from '../router/places.ts';
import { to } from '../router/to.ts';
import { isSignedOut } from '../session/token.ts';
import { focusHeading } from './focus-heading.ts';
import { Icon } from './icon.tsx';
import { isMac } from './is-mac.ts';
import { isKeyHelpOpen, KeyHelp } from './key-help.tsx';
import { useKeys } from './keys.ts';
import { leaveField } from './leave-field.ts';
import { useMe } from './me.ts';
import { Page } from './page.tsx';
import { isPaletteOpen, Palette } from './palette.tsx';
import { PersonMenu } from './person-menu.tsx';
import { PlaceBoundary } from './place-boundary.tsx';
import { RAIL } from './rail.ts';
import { ReloadBand } from './reload-band.tsx';
import { SessionBand } from './session-band.tsx';
import { SignInAgain } from './sign-in-again.tsx';
import { ZoneSwitch } from './zone-switch.tsx';

/** What stands around every place. */
export function Shell() {
  useShellKeys();
  return (
    <>
      <a class="skip" href="#main">
        Skip to the content
      </a>
      <div class="shell">
        <header class="shell-top">
          <a class="shell-name" href={to.today()} aria-label="Holdfast, to Today">
            <Icon name="holdfast" size={20} />
            <span>Holdfast</span>
          </a>
          <div class="shell-search">
            <button type="button" onClick={() => (isPaletteOpen.value = true)}>
              Search or go to <kbd>{isMac ? '⌘K' : 'Ctrl K'}</kbd>
            </button>
          </div>
          <ZoneSwitch />
          <PersonMenu />
        </header>
        <Rail />
        <main id="main" class="shell-main" tabIndex={-1}>
          <SessionBand />
          <PlaceHere />
        </main>
      </div>
      <Toasts />
      <Palette />
      <KeyHelp />
      <SignInAgain />
    </>
  );
}

function Rail() {
  const { may } = useMe();
  const here = address.value.path;
  return (
    <nav class="shell-rail" aria-label="Places">
      <ul>
        {RAIL.filter(({ wants }) => wants === undefined || may(wants)).map(({ href, words, icon, isDesk, isAt }) => (
          <li key={href} class={isDesk === true ? 'desk' : ''}>
            <a href={href} title={words} {...(isAt(here) ? { 'aria-current': 'page' as const } : {})}>
              <Icon name={icon} />
              <span>{words}</span>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type Shown = { path: string; place: Place; params: Params } | { path: string; error: Error };

function PlaceHere() {
  const { path } = address.value;
  const [shown, setShown] = useState<Shown>();
  useEffect(() => {
    const found = placeAt(path);
    if (found === undefined) return setShown({ path, place: NotFound, params: {} });
    let isWanted = true;
    found.entry
      .load()
      .then((place) => isWanted && setShown({ path, place, params: found.params }))
      .catch((error: unknown) => isWanted && setShown({ path, error: error as Error }));
    return () => {
      isWanted = false;
    };
  }, [path]);
  useEffect(() => {
    if (shown?.path !== path) return undefined;
    const isStep = !isFirst;
    isFirst = false;
    // The first page is read from its top anyway; an address with a field leads into that.
    return isStep && address.peek().hash === '' ? focusHeading() : undefined;
  }, [shown, path]);
  if (shown === undefined || (shown.path !== path && samePlace(shown.path) !== samePlace(path)))
    return <Skeleton rows={6} />;
  if ('error' in shown) {
    return (
      <Page title="This page could not be loaded">
        <ReloadBand>
          A part of the console did not come. A new version may have been deployed since you opened it, or the network
          is down. ({shown.error.message})
        </ReloadBand>
      </Page>
    );
  }
  const { place: Here, params } = shown;
  return (
    <PlaceBoundary key={shown.path}>
      <Here params={params} />
    </PlaceBoundary>
  );
}

let isFirst = true;
const samePlace = (path: string) => placeAt(path)?.entry.path;

function NotFound() {
  return (
    <Page title="There is no such page">
      <p>
        <a href={to.today()}>Go to Today</a>
      </p>
    </Page>
  );
}

const openPalette = () => {
  isPaletteOpen.value = !isSignedOut.peek();
};
const openKeyHelp = () => {
  isKeyHelpOpen.value = true;
};

function useShellKeys(): void {
  const { me, may } = useMe();
  const keys = useMemo(
    () => [
      {
        keys: 'Mod K',
        words: 'Search, or go to a place',
        run: openPalette,
        inFields: true as const,
      },
      { keys: '/', words: 'Search', run: openPalette },
      { keys: 'Mod Z', words: 'Take the last step back, while it can be', run: undoLatest },
      {
        keys: 'Escape',
        words: 'Leave the field, so that keys of one letter work',
        run: leaveField,
        inFields: true as const,
      },
      { keys: '?', words: 'All keys', run: openKeyHelp },
      ...RAIL.filter(({ key, wants }) => key !== undefined && (wants === undefined || may(wants))).map(
        ({ key, words, href }) => ({ keys: `G ${key}`, words: `Go to ${words}`, run: () => go(href) }),
      ),
    ],
    [me],
  );
  useKeys(keys);
}
