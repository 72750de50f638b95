/** True for names that differ in capitals and blanks at the most: one of them is misspelt. */
export const isAlike = (one: string, other: string): boolean => folded(one) === folded(other);
const folded = (name: string): string => name.replace(/\s+/g, '').toLowerCase();
