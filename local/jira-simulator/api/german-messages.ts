import type { SimulatedLocale } from '../site/catalogue.ts';
import type { JiraError } from './jira-error.ts';

type ErrorBody = JiraError['body'];

/** Messages come in the language of the account that calls, so nothing may be read out of their words. */
const translations: readonly [english: RegExp, german: string][] = [
  [
    /^Field '(.+)' cannot be set\. It is not on the appropriate screen, or unknown\.$/,
    "Das Feld '$1' kann nicht festgelegt werden. Es befindet sich nicht auf dem entsprechenden Bildschirm oder ist unbekannt.",
  ],
  [/^Specify a valid project ID or key$/, 'Geben Sie eine gültige Projekt-ID oder einen gültigen Projektschlüssel an'],
  [/^Specify an issue type$/, 'Geben Sie einen Vorgangstyp an'],
  [/^The issue type selected is invalid\.$/, 'Der ausgewählte Vorgangstyp ist ungültig.'],
  [/^The priority selected is invalid\.$/, 'Die ausgewählte Priorität ist ungültig.'],
  [/^The resolution selected is invalid\.$/, 'Die ausgewählte Lösung ist ungültig.'],
  [/^You must specify a summary of the issue\.$/, 'Sie müssen eine Zusammenfassung des Vorgangs angeben.'],
  [/^Summary can't exceed 255 characters\.$/, 'Die Zusammenfassung darf 255 Zeichen nicht überschreiten.'],
  [/^(.+) is required\.?$/, '$1 ist erforderlich.'],
  [/^Issues must be assigned\.$/, 'Vorgänge müssen zugewiesen werden.'],
  [/^The label '(.+)' contains spaces which is invalid\.$/, "Das Stichwort '$1' enthält unzulässige Leerzeichen."],
  [/^Component name '(.+)' is not valid$/, "Der Komponentenname '$1' ist ungültig"],
  [/^Option id '(.+)' is not valid$/, "Die Options-ID '$1' ist ungültig"],
  [/^Operation value must be a string$/, 'Der Vorgangswert muss eine Zeichenfolge sein'],
  [
    /^Issue does not exist or you do not have permission to see it\.$/,
    'Der Vorgang existiert nicht oder Sie haben keine Berechtigung, ihn anzuzeigen.',
  ],
  [/^No project could be found with key '(.*)'\.$/, "Es wurde kein Projekt mit dem Schlüssel '$1' gefunden."],
  [/^Missing 'transition' identifier$/, "Die 'transition'-Kennung fehlt"],
  [/^Transition id '(.*)' is not valid for this issue\.$/, "Die Übergangs-ID '$1' ist für diesen Vorgang ungültig."],
  [/^Comment body is not valid!$/, 'Der Kommentartext ist ungültig!'],
  [/^No issue link type with name '(.*)' found\.$/, "Kein Vorgangsverknüpfungstyp mit dem Namen '$1' gefunden."],
];

/** The refusal in the language of whoever asks. */
export function inLanguage({ errorMessages, errors }: ErrorBody, locale: SimulatedLocale): ErrorBody {
  if (locale !== 'de_DE') return { errorMessages, errors };
  return {
    errorMessages: errorMessages.map(german),
    errors: Object.fromEntries(Object.entries(errors).map(([field, message]) => [field, german(message)])),
  };
}

function german(message: string): string {
  const found = translations.find(([english]) => english.test(message));
  return found === undefined ? message : message.replace(found[0], found[1]);
}
