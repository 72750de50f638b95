import type { SimulatedScreen } from './simulated-screen.ts';

export type WorkflowDescription = {
  readonly initialStatusId: string;
  readonly transitions: readonly WorkflowTransition[];
  /** Statuses in which the integration's account edits nothing: the workflow property `jira.issue.editable`. */
  readonly closedStatusIds: readonly string[];
};

export type WorkflowTransition = {
  /** Unique in its workflow only: 11 is another thing in another project. */
  readonly id: string;
  readonly name: string;
  readonly from: 'every status' | readonly string[];
  readonly to: string;
  readonly screen: SimulatedScreen;
  /** Post function. Only a workflow touches the resolution: without one a done issue is unresolved, or a reopened one resolved. */
  readonly resolution: 'kept' | 'cleared' | { readonly setTo: string };
  /** A condition, such as a group, keeps others from seeing and doing it. */
  readonly isForIntegration: boolean;
  /** Words of a validator that says no to everybody. Neither the list of transitions nor their fields tell of it. */
  readonly refusal?: string;
  /** Leads back to where it began. A global transition is not offered in its own status unless it is looped. */
  readonly isLooped: boolean;
};

/** Transition without a screen, condition or post function, unless told otherwise. */
export function workflowTransition(
  id: string,
  name: string,
  from: WorkflowTransition['from'],
  to: string,
  more: Partial<WorkflowTransition> = {},
): WorkflowTransition {
  return { id, name, from, to, screen: {}, resolution: 'kept', isForIntegration: true, isLooped: false, ...more };
}

/** Transitions that lead out of a status, for whoever may do everything. */
export function waysOutOf({ transitions }: WorkflowDescription, statusId: string): readonly WorkflowTransition[] {
  return transitions.filter(({ from, to, isLooped }) =>
    from === 'every status' ? to !== statusId || isLooped : from.includes(statusId),
  );
}
