/** Project in the key of an issue, such as PLAT in PLAT-1. */
export const projectIn = (key: string): string => key.replace(/-\d+$/, '');
