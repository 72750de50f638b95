import { TlpMark } from '../marks/tlp.tsx';
import { Problem } from '../parts/problem.tsx';
import { Skeleton } from '../parts/skeleton.tsx';
import { useMe } from '../shell/me.ts';

/** Who the person is here, and what their roles may do up to which mark. */
export function MyReach() {
  const { me, error, refetch } = useMe();
  return (
    <section class="settings-part" aria-labelledby="me">
      <h2 id="me">You</h2>
      {me === undefined ? (
        error === null ? (
          <Skeleton rows={3} />
        ) : (
          <Problem error={error} what="Who you are here" retry={() => void refetch()} />
        )
      ) : (
        <>
          <dl class="terms">
            <dt>Name</dt>
            <dd>
              <bdi>{'name' in me.author ? me.author.name : me.author.id}</bdi>
            </dd>
            <dt>Roles</dt>
            <dd>{me.roles.length === 0 ? 'none yet: somebody who runs Holdfast gives them' : me.roles.join(', ')}</dd>
            <dt>Teams</dt>
            <dd>{me.teams.length === 0 ? 'none of the directory' : me.teams.join(', ')}</dd>
          </dl>
          {me.actions.length === 0 ? null : (
            <details>
              <summary>What you may do: {me.actions.length} things</summary>
              <table class="table settings-reach">
                <thead>
                  <tr>
                    <th scope="col">You may</th>
                    <th scope="col">Of records up to</th>
                    <th scope="col">Beyond it</th>
                  </tr>
                </thead>
                <tbody>
                  {me.actions.map(({ action, upTo, beyondIfInvolved }) => (
                    <tr key={action}>
                      <th scope="row">{action}</th>
                      <td>
                        <TlpMark tlp={upTo} />
                      </td>
                      <td>{beyondIfInvolved ? 'where you take part' : upTo === 'RED' ? '' : 'no'}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
              <p class="quiet">Four eyes come on top: nobody confirms what they did themselves, whatever their role.</p>
            </details>
          )}
        </>
      )}
    </section>
  );
}
