import type { FieldRecord } from '../../forms/binding/field-value.ts';
import type { PartKey } from '../contents.ts';

/** A part in a line: what sort it is, and what it says. */
export function partWords(key: PartKey, value: FieldRecord | undefined): { sort: string; words: string } {
  const text = (name: string) => {
    const one = value?.[name];
    return typeof one === 'string' ? one : '';
  };
  switch (key) {
    case 'recommendations':
      return { sort: text('kind'), words: text('title') };
    case 'lessons':
      return { sort: text('updates'), words: text('statement') };
    case 'notifications':
      return {
        sort: text('regime'),
        words: [text('stage'), text('recipient')].filter((one) => one !== '').join(' to '),
      };
    case 'temporaryMeasures':
      return { sort: text('kind'), words: text('what') };
    case 'corrections':
      return { sort: text('of'), words: text('shouldBe') === '' ? text('because') : text('shouldBe') };
    default:
      return { sort: text('kind'), words: text('statement') };
  }
}
