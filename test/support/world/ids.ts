const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** ULIDs in order, the same in every run. Spread over all shards as random ones are. */
export function testIds(prefix = '01KA000000') {
  let count = 0;
  return (): string => {
    count += 1;
    let digits = '';
    for (let rest = count; digits.length < 16; rest = Math.floor(rest / 32))
      digits = ALPHABET.charAt(rest % 32) + digits;
    return prefix + digits;
  };
}
