/** Characters that a file system, a shell or a reader's eye may take for something else; `\p{Cf}` turns the direction of text. */
const DECEPTIVE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}<>:"/\\|?*%]/gu;

/**
 * The Content-Disposition under which a browser saves a file, and never shows it.
 *
 * The name comes twice: in ASCII for old readers, and as it is. https://www.rfc-editor.org/rfc/rfc6266#section-5
 *
 * @example attachment('café.txt') // attachment; filename="caf_.txt"; filename*=UTF-8''caf%C3%A9.txt
 */
export function attachment(name: string): string {
  const safe = name.toWellFormed().replaceAll(DECEPTIVE, '_').replace(/^\.+/, '_');
  const ascii = safe.replaceAll(/[^\x20-\x7e]/gu, '_');
  return `attachment; filename="${ascii}"; filename*=UTF-8''${extValue(safe)}`;
}

/** https://www.rfc-editor.org/rfc/rfc8187#section-3.2.1 allows less than `encodeURIComponent` leaves. */
function extValue(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /['()]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
