import type { PostMortemId } from '../domain/identifiers.ts';

/** Somebody changed the record in between. Read it again and decide anew. */
export class VersionConflict extends Error {
  readonly postMortemId: PostMortemId;

  constructor(postMortemId: PostMortemId) {
    super(`post-mortem ${postMortemId} was changed by somebody else in the meantime; read it again`);
    this.name = 'VersionConflict';
    this.postMortemId = postMortemId;
  }
}

/** A pointer that must be unique exists: the incident ticket has a post-mortem, or the Jira issue a remediation. */
export class AlreadyExists extends Error {
  readonly pointer: string;

  constructor(pointer: string) {
    super(`${pointer} exists already`);
    this.name = 'AlreadyExists';
    this.pointer = pointer;
  }
}

export class NotFound extends Error {
  readonly what: string;

  constructor(what: string) {
    super(`there is no ${what}`);
    this.name = 'NotFound';
    this.what = what;
  }
}
