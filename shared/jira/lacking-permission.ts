import type { FoundProblem } from '../domain/words/look.ts';

/**
 * A permission that our account lacks in a project.
 *
 * @param key such as ADD_COMMENTS, which Jira shows as "Add comments"
 * @param without what does not work without it
 */
export function lackingPermission(key: string, without: string): FoundProblem {
  const words = key.toLowerCase().replaceAll('_', ' ');
  return {
    code: `permission ${key}`,
    problem: `our account lacks the permission to ${words}, so ${without}`,
    advice: 'grant it in the permission scheme of the project',
  };
}
