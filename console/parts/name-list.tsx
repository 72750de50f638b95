import { useState } from 'preact/hooks';

/** Names that are read at a glance. */
const AT_ONCE = 3;

/** Names in one line: the first few, and all of them on demand. One more takes no more room than to say that there is one. */
export function NameList({ names }: { names: readonly string[] }) {
  const [isAll, setIsAll] = useState(false);
  const left = names.length - AT_ONCE;
  if (left < 2) return <InLine names={names} />;
  return (
    <>
      <InLine names={isAll ? names : [...names.slice(0, AT_ONCE), `${left} more`]} />{' '}
      <button type="button" class="button button-plain" aria-expanded={isAll} onClick={() => setIsAll(!isAll)}>
        {isAll ? 'Show fewer names' : 'Show all names'}
      </button>
    </>
  );
}

const inWords = new Intl.ListFormat('en');

const InLine = ({ names }: { names: readonly string[] }) =>
  inWords.formatToParts(names).map(({ type, value }, at) => (type === 'element' ? <bdi key={at}>{value}</bdi> : value));
