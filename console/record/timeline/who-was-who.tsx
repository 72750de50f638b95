import { useId } from 'preact/hooks';

type WhoWasWhoProps = {
  roles: Readonly<Record<string, string>>;
  isFixed: boolean;
  setRoles: (roles: Record<string, string>) => void;
};

const USUAL = [
  'incident commander',
  'SOC analyst',
  'responder',
  'engineer',
  'service desk',
  'manager',
  'communications',
  'system',
];

/** Each name once, with the role that stands in its place. Names do not leave the browser. */
export function WhoWasWho({ roles, isFixed, setRoles }: WhoWasWhoProps) {
  const id = useId();
  const names = Object.keys(roles);
  const warning = 'Names of people who are only mentioned, and never wrote, may remain in the texts: read the lines.';
  if (names.length === 0) return <p class="quiet">{warning}</p>;
  return (
    <fieldset class="stack" disabled={isFixed}>
      <legend>
        <strong>Who was who</strong>{' '}
        <span class="quiet">The record says roles. Names stay in this browser; without a role it says “somebody”.</span>
      </legend>
      <p class="quiet">{warning}</p>
      <div class="entry-times">
        {names.map((name, at) => (
          <div key={name}>
            <label for={`${id}-${at}`}>
              <bdi>{name}</bdi>
            </label>
            <input
              id={`${id}-${at}`}
              class="input"
              list={`${id}-usual`}
              maxLength={200}
              placeholder="role"
              value={roles[name]}
              onInput={({ currentTarget }) => setRoles({ ...roles, [name]: currentTarget.value })}
            />
          </div>
        ))}
      </div>
      <datalist id={`${id}-usual`}>
        {USUAL.map((role) => (
          <option key={role} value={role} />
        ))}
      </datalist>
    </fieldset>
  );
}
