import { api } from '../data/api.ts';
import { useQuery } from '../data/query.ts';
import { got } from '../data/refusal.ts';
import { Time } from '../marks/time.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { ageInWords } from './age.ts';

/** What the doctor remembers of its last look at the ticketing systems, and how old that is. */
export function Doctor() {
  const { data, error, refetch } = useQuery({
    key: ['doctor'],
    read: async (signal) => got(await api.GET('/doctor', { signal })).data,
  });
  return (
    <section class="settings-part" aria-labelledby="doctor">
      <h2 id="doctor">Doctor</h2>
      <Problem error={error} what="What the doctor remembers" retry={() => void refetch()} />
      {data === undefined ? (
        error === null ? (
          <Skeleton rows={2} />
        ) : null
      ) : (
        <>
          {data.ranByItself === undefined ? (
            <p>It has not looked by itself yet. It looks after each deployment, and on its schedule.</p>
          ) : (
            <p>
              It looked {ageInWords(data.ranByItself.at)}, {occasion(data.ranByItself.occasion)} (
              <Time at={data.ranByItself.at} />
              ).
            </p>
          )}
          {data.systems.length === 0 ? null : (
            <ul class="settings-systems">
              {data.systems.map(({ system, known, isUnseen, problems, drifted, since }) => (
                <li key={system}>
                  <strong>
                    <bdi>{system}</bdi>
                  </strong>{' '}
                  {isUnseen ? (
                    <>
                      <span class="mark tone-warn">could not be seen at the last look</span>{' '}
                    </>
                  ) : null}
                  {problems === 0 ? (
                    <span>
                      {isUnseen
                        ? `no problem is known of ${known} things that were seen before`
                        : `no problem is known of ${known} things`}
                    </span>
                  ) : (
                    <span class="mark tone-bad">
                      {problems === 1 ? '1 problem' : `${problems} problems`}
                      {drifted === 0 ? '' : `, ${drifted} of them new since the last deployment`}
                    </span>
                  )}
                  {since === undefined ? null : (
                    <span class="quiet">
                      {' '}
                      since <Time at={since} />
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )}
          <p class="quiet small">
            It keeps where problems are, and not their words. To look now, with what to do about each:{' '}
            <code>npx holdfast doctor</code>
          </p>
        </>
      )}
    </section>
  );
}

const occasion = (is: 'deployment' | 'schedule'): string =>
  is === 'deployment' ? 'after a deployment' : 'on schedule';
