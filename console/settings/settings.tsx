import { useMe } from '../shell/me.ts';
import { Page } from '../shell/page.tsx';
import { Deployment } from './deployment.tsx';
import { Doctor } from './doctor.tsx';
import { MyReach } from './my-reach.tsx';
import './settings.css';

/** What this deployment does, whether the systems beside it still fit, and what the person may do. Read only. */
export function Settings() {
  const { me, may } = useMe();
  const mayRead = may('read reports');
  return (
    <Page title="Settings" about="What is deployed. A deployment changes it; nothing here does.">
      <MyReach />
      {mayRead ? <Doctor /> : null}
      {mayRead ? <Deployment /> : null}
      {me === undefined || mayRead ? null : (
        <p class="quiet">What is configured is for approvers, auditors and administrators to read.</p>
      )}
    </Page>
  );
}
