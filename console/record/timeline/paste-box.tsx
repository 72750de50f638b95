import { useEffect, useRef, useState } from 'preact/hooks';
import { ChooseFiles } from '../../parts/choose-files.tsx';
import { LONGEST_PASTE, lacksToRead } from './paste/lacks-to-read.ts';
import type { PasteReading } from './paste/pasted.ts';
import { textOfFile } from './paste/text-of-file.ts';
import { pasteReading } from './paste-reading.ts';

type PasteBoxProps = {
  typed: string;
  isShown: boolean;
  onTyped: (typed: string) => void;
  onRead: (reading: PasteReading, typed: string) => void;
};

/** Where a text is pasted, typed or dropped. */
export function PasteBox({ typed, isShown, onTyped, onRead }: PasteBoxProps) {
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
    if (because === undefined) onRead(found, text);
  };
  const takeFile = async (file: File) => {
    if (file.size > 4 * LONGEST_PASTE) {
      setRefused('That is more than a megabyte of text. Cut it to the time of the incident, or paste it in parts.');
      return;
    }
    const text = textOfFile(new Uint8Array(await file.arrayBuffer()));
    if (text === undefined) {
      setRefused(
        'This file is not in UTF-8. Save it as UTF-8, which editors offer as the encoding, or paste its text.',
      );
      return;
    }
    if (typed.trim() === '' || typed === text || confirm('The file takes the place of what is typed here. Go on?'))
      await take(text);
  };
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (isShown) field.current?.focus();
  }, [isShown]);
  return (
    <form
      class="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (typed.trim() !== '') void take(typed);
      }}
      onDragOver={(event) => event.preventDefault()}
      onDrop={(event) => {
        const [file] = event.dataTransfer?.files ?? [];
        const words = event.dataTransfer?.getData('text/plain') ?? '';
        // Words that are dropped into the field come to where they are dropped.
        if (file === undefined && (words === '' || event.target === field.current)) return;
        event.preventDefault();
        if (file !== undefined) void takeFile(file);
        else onTyped(typed.trim() === '' ? words : `${typed}\n${words}`);
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
        ref={field}
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
        <ChooseFiles
          label="A chat or an export as a file"
          isOne
          accept=".txt,.csv,.json,.log,text/plain"
          onChosen={([file]) => {
            if (file !== undefined) void takeFile(file);
          }}
        >
          Choose a file
        </ChooseFiles>
      </div>
      {refused === '' ? null : <p role="alert">{refused}</p>}
    </form>
  );
}
