// THIS FILE SHIPS TO THE BROWSER.

/**
 * The stem of an English word in small letters: `cancel` for cancels, cancelled, cancelling and
 * cancellation. After M. F. Porter, "An algorithm for suffix stripping" (1980). Words with other
 * signs than a to z, and words of three letters and fewer, are left as they are.
 */
export function stem(word: string): string {
  if (word.length < 4 || !/^[a-z]+$/.test(word)) return word;
  // A y at the beginning is never a vowel.
  const fixed = word.startsWith('y') ? `Y${word.slice(1)}` : word;
  return steps.reduce((stemmed, step) => step(stemmed), fixed).toLowerCase();
}

const consonant = '[^aeiou]';
const vowel = '[aeiouy]';
const consonants = `${consonant}[^aeiouy]*`;
const vowels = `${vowel}[aeiou]*`;
const beginning = `^(?:${consonants})?`;
/** Whether a stem has at least one, exactly one, more than one pair of vowels and consonants. */
const measured = new RegExp(`${beginning}${vowels}${consonants}`);
const measuredOnce = new RegExp(`${beginning}${vowels}${consonants}(?:${vowels})?$`);
const measuredTwice = new RegExp(`${beginning}(?:${vowels}${consonants}){2}`);
const hasVowel = new RegExp(`${beginning}${vowel}`);
const endsShort = new RegExp(`^${consonants}${vowel}[^aeiouwxy]$`);

type Step = (word: string) => string;

const plural: Step = (word) =>
  word.replace(/^(.+?)(ss|i)es$/, '$1$2').replace(/^(.+?)([^s])s$/, '$1$2');

const past: Step = (word) => {
  const eed = /^(.+?)eed$/.exec(word)?.[1];
  if (eed !== undefined) return measured.test(eed) ? `${eed}ee` : word;
  const rest = /^(.+?)(?:ed|ing)$/.exec(word)?.[1];
  if (rest === undefined || !hasVowel.test(rest)) return word;
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`;
  // Porter keeps a double l; here cancelled and canceled are one word.
  if (/([^aeiousz])\1$/.test(rest)) return rest.slice(0, -1);
  return endsShort.test(rest) ? `${rest}e` : rest;
};

const finalY: Step = (word) => {
  const rest = /^(.+?)y$/.exec(word)?.[1];
  return rest !== undefined && hasVowel.test(rest) ? `${rest}i` : word;
};

const doubled: Readonly<Record<string, string>> = {
  ational: 'ate',
  tional: 'tion',
  enci: 'ence',
  anci: 'ance',
  izer: 'ize',
  bli: 'ble',
  alli: 'al',
  entli: 'ent',
  eli: 'e',
  ousli: 'ous',
  ization: 'ize',
  ation: 'ate',
  ator: 'ate',
  alism: 'al',
  iveness: 'ive',
  fulness: 'ful',
  ousness: 'ous',
  aliti: 'al',
  iviti: 'ive',
  biliti: 'ble',
  logi: 'log',
};
const single: Readonly<Record<string, string>> = {
  icate: 'ic',
  ative: '',
  alize: 'al',
  iciti: 'ic',
  ical: 'ic',
  ful: '',
  ness: '',
};

const replacing = (endings: Readonly<Record<string, string>>): Step => {
  const longestFirst = Object.keys(endings).sort((one, other) => other.length - one.length);
  const pattern = new RegExp(`^(.+?)(${longestFirst.join('|')})$`);
  return (word) => {
    const [, rest, ending] = pattern.exec(word) ?? [];
    if (rest === undefined || ending === undefined || !measured.test(rest)) return word;
    return rest + (endings[ending] ?? '');
  };
};

const dropped: Step = (word) => {
  const pattern =
    /^(.+?)(al|ance|ence|er|ic|able|ible|ant|ement|ment|ent|ou|ism|ate|iti|ous|ive|ize)$/;
  const rest = pattern.exec(word)?.[1] ?? /^(.+?[st])ion$/.exec(word)?.[1];
  return rest !== undefined && measuredTwice.test(rest) ? rest : word;
};

const finalE: Step = (word) => {
  const rest = /^(.+?)e$/.exec(word)?.[1];
  if (rest === undefined) return word;
  if (measuredTwice.test(rest)) return rest;
  return measuredOnce.test(rest) && !endsShort.test(rest) ? rest : word;
};

const steps: readonly Step[] = [
  plural,
  past,
  finalY,
  replacing(doubled),
  replacing(single),
  dropped,
  finalE,
  // So that called and call, queued and queue are one word.
  (word) => word.replace(/ll$/, 'l').replace(/ue$/, 'u'),
];
