import { useState } from 'preact/hooks';
import { LONGEST_PASTE, lacksToRead } from './paste/lacks-to-read.ts';
import type { PasteReading } from './paste/pasted.ts';
import { pasteReading } from './paste-reading.ts';

type PasteBoxProps = { typed: string; onTyped: (typed: string) => void; onRead: (reading: PasteReading) => void };

/** Where a text is pasted, typed or dropped. */
export function PasteBox({ typed, onTyped, onRead }: PasteBoxProps) {
  const [refused, setRefused] = useState('');
  const take = async (text: string) => {
    onTyped(text);
    const part = await pasteReading.get().catch(() => undefined);
    if (part === undefined) {
      setRefused('What reads it could not be loaded. Look at the connection, and try again.');
      return;
    }
    const found = part.readPaste(text.slice(0, LONGEST_PASTE));
    const because = lacksToRead(text, found);
    setRefused(because ?? '');
    if (because === undefined) onRead(found);
  };
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void take(typed);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        event.preventDefault();
        const [file] = event.dataTransfer?.files ?? [];
        if (file !== undefined) void file.text().then(take);
      }}
    >
      <p class="quiet">
        From Slack, Teams, a terminal, a CSV or a JSON export. It is read here in your browser; you see every line
        before anything is sent, and names are replaced by roles.
      </p>
      <label class="unseen" for="paste-text">
        The text
      </label>
      <textarea
        id="paste-text"
        class="input paste-text"
        autofocus
        value={typed}
        placeholder={'[08:12] Ana: first recipient opens the link\n[08:16] Bot: the mail filter raises an alert'}
        onInput={({ currentTarget }) => onTyped(currentTarget.value)}
      />
      <div class="row">
        <button type="submit" class="button button-main" disabled={typed.trim() === ''}>
          Read it
        </button>
        <label class="button">
          Choose a file
          <input
            type="file"
            class="unseen"
            accept=".txt,.csv,.json,.log,text/plain"
            onChange={({ currentTarget }) => {
              const [file] = currentTarget.files ?? [];
              if (file !== undefined) void file.text().then(take);
            }}
          />
        </label>
      </div>
      {refused === '' ? null : <p role="alert">{refused}</p>}
    </form>
  );
}
