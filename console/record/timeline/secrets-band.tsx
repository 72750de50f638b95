import type { Line } from './paste/lines.ts';

type SecretsBandProps = { secrets: readonly Line[]; isLookedAt: boolean; onLooked: (isLooked: boolean) => void };

/** Lines that seem to hold a secret. Somebody looks at them before they are sent, and again at those that come to them. */
export function SecretsBand({ secrets, isLookedAt, onLooked }: SecretsBandProps) {
  if (secrets.length === 0) return null;
  return (
    <div class="band band-bad">
      <p>
        {secrets.length === 1 ? 'One line looks' : `${secrets.length} lines look`} like a password or a key (line{' '}
        {secrets.map(({ line }) => line + 1).join(', ')}). Take it out, or rewrite it below.
      </p>
      <label class="row">
        <input type="checkbox" checked={isLookedAt} onChange={({ currentTarget }) => onLooked(currentTarget.checked)} />
        I looked: there is no secret in it
      </label>
    </div>
  );
}
