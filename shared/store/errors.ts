import type { PostMortemId } from '../domain/words/identifiers.ts';

/** Somebody changed the record in between. Read it again and decide anew. */
export class VersionConflict extends Error {
  readonly postMortemId: PostMortemId;

  constructor(postMortemId: PostMortemId) {
    super(`post-mortem ${postMortemId} was changed by somebody else in the meantime; read it again`);
    this.name = 'VersionConflict';
    this.postMortemId = postMortemId;
  }
}

/** Somebody was writing what was to be read. Nothing was read; read again. */
export class ReadConflict extends Error {
  constructor(what: string) {
    super(`${what} is being changed at this moment; read it again`);
    this.name = 'ReadConflict';
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
